package egov.kiosk.tls;

import java.util.Objects;

/**
 * What two ends agreed upon.
 *
 * @param protocol e.g. {@code TLSv1.3}
 * @param suite by its registered name, e.g. {@code TLS_SM4_GCM_SM3}
 * @param peer the common name in the other end's certificate, which is proven; empty when it showed
 *     none
 */
public record LineFacts(String protocol, String suite, String peer) {
  public LineFacts {
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(suite, "suite");
    Objects.requireNonNull(peer, "peer");
  }
}
