package egov.kiosk.custody.token;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * What all devices are configured with.
 *
 * @param certificates where the certificates are
 * @param pinFile the PIN in one line, mode 0600
 * @param refusedFile where a refused PIN is remembered
 * @param timeout how long a call may take
 */
public record TokenOptions(
    Certificates certificates, Path pinFile, Path refusedFile, Duration timeout) {
  public TokenOptions {
    Objects.requireNonNull(certificates, "certificates");
    Objects.requireNonNull(pinFile, "pinFile");
    Objects.requireNonNull(refusedFile, "refusedFile");
    Objects.requireNonNull(timeout, "timeout");
  }
}
