package egov.kiosk.access;

import egov.kiosk.access.book.KeyCard;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the public key of a key card in the forms its tools write it. Only the key counts: who
 * issued a certificate and until when is for the administrator to judge who puts it in force.
 */
final class CardFile {
  private static final int LONGEST = 16 * 1024;
  private static final Pattern PEM =
      Pattern.compile(
          "\\s*-----BEGIN (CERTIFICATE|PUBLIC KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----\\s*");
  private static final Pattern HEX = Pattern.compile("\\s*(04[0-9A-Fa-f]{128})\\s*");

  /** SubjectPublicKeyInfo (RFC 5480) up to the point, for the curve of SM2 by its name. */
  private static final byte[] INFO =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a811ccf5501822d034200");

  private CardFile() {}

  /** The card of that text; empty when it is none. */
  static Optional<KeyCard> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher hex = HEX.matcher(text);
    if (hex.matches()) {
      return card(hex.group(1).toLowerCase(Locale.ROOT));
    }
    Matcher pem = PEM.matcher(text);
    if (!pem.matches()) {
      return Optional.empty();
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(pem.group(2));
      return pem.group(1).equals("CERTIFICATE")
          ? Optional.of(KeyCard.of(Sm2Certificate.parse(der).publicKey()))
          : info(der);
    } catch (CryptoException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<KeyCard> info(byte[] der) {
    return der.length > INFO.length && Arrays.equals(INFO, Arrays.copyOf(der, INFO.length))
        ? card(HexFormat.of().formatHex(der, INFO.length, der.length))
        : Optional.empty();
  }

  private static Optional<KeyCard> card(String point) {
    try {
      return Optional.of(new KeyCard(point));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
