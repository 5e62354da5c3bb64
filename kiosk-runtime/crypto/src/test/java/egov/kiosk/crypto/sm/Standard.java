package egov.kiosk.crypto.sm;

import egov.kiosk.crypto.CryptoException;
import java.util.HexFormat;

/** The key of the examples in GB/T 32918.5-2017 annexes A and C. */
final class Standard {
  static final byte[] D = hex("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8");
  static final byte[] K = hex("59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21");
  static final byte[] POINT =
      hex(
          "0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
              + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13");

  private Standard() {}

  static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  static Sm2PrivateKey key() throws CryptoException {
    return Sm2PrivateKey.of(D);
  }
}
