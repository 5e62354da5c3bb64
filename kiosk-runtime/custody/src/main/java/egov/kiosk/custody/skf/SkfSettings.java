package egov.kiosk.custody.skf;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a smart key is.
 *
 * @param library the vendor's library, absolute
 * @param device the device's name as SKF_EnumDev gives it; empty: the only one there is
 * @param application the application in it
 * @param container the container in that
 * @param decrypt how it decrypts
 */
public record SkfSettings(
    Path library, String device, String application, String container, SkfDecrypt decrypt) {
  public SkfSettings {
    Objects.requireNonNull(library, "library");
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(decrypt, "decrypt");
    if (application.isEmpty() || container.isEmpty()) {
      throw new IllegalArgumentException("custody: application and container name the SKF key");
    }
  }
}
