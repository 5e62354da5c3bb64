package egov.kiosk.tls;

import java.nio.charset.StandardCharsets;

/** RFC 8998 §3.2.1, written down again. */
final class Rfc {
  static final String ID = "TLSv1.3+GM+Cipher+Suite";

  private Rfc() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
