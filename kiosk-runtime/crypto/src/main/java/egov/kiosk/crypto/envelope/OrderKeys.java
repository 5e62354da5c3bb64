package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.citizen.IdNumber;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Names a citizen and a service item together, so that the queue can keep their messages in order
 * without knowing either: the first 16 bytes of HMAC-SM3 (GM/T 0042) over number, bar and item code
 * under a secret that never leaves this kiosk. Whoever has the queue but not the secret cannot try
 * numbers. Safe for use by several threads.
 */
public final class OrderKeys {
  private static final int BYTES = 16;

  private final byte[] secret;

  /**
   * @param secret 32 bytes that only this kiosk knows; copied
   */
  public OrderKeys(byte[] secret) {
    if (secret.length != Sm3.LENGTH) {
      throw new IllegalArgumentException("the secret of order keys has 32 bytes");
    }
    this.secret = secret.clone();
  }

  /** The key of this citizen and item: 32 hexadecimal digits in lower case. */
  public String of(IdNumber number, String itemCode) {
    return key(number.value() + "|" + itemCode);
  }

  /** The key of an item where no citizen is named, such as a grid worker's visits of a day. */
  public String of(String itemCode) {
    return key("|" + itemCode);
  }

  private String key(String what) {
    byte[] mac = Sm3.hmac(secret, what.getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(mac, 0, BYTES);
  }
}
