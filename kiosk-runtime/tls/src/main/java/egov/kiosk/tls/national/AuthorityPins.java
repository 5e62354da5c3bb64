package egov.kiosk.tls.national;

import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.sm.Sm3;
import java.util.HexFormat;
import java.util.Set;

/**
 * Authorities known by nothing but the SM3 of their certificates. Immutable.
 *
 * @param digests 64 hexadecimal digits in lower case each, at least one
 */
public record AuthorityPins(Set<String> digests) {
  public AuthorityPins {
    digests = Set.copyOf(digests);
    if (digests.isEmpty() || !digests.stream().allMatch(one -> one.matches("[0-9a-f]{64}"))) {
      throw new IllegalArgumentException(
          "an authority's digest is SM3 of its certificate, 64 hexadecimal digits");
    }
  }

  /** The digest of a certificate. */
  public static String of(Sm2Certificate certificate) {
    return HexFormat.of().formatHex(Sm3.digest(certificate.encoded()));
  }

  /** Whether this is one of them. */
  public boolean names(Sm2Certificate certificate) {
    return digests.contains(of(certificate));
  }
}
