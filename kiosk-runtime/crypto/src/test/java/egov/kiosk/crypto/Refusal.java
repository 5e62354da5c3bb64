package egov.kiosk.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** What a refusal must look like. */
public final class Refusal {
  private Refusal() {}

  /**
   * The one refusal of a message: always the same fault and text, no cause that could tell more.
   */
  public static void ofMessage(Executable call) {
    CryptoException refused = assertThrows(CryptoException.class, call);
    assertEquals(CryptoException.messageRefused().getMessage(), refused.getMessage());
    assertEquals(CryptoFault.MESSAGE_REFUSED, refused.fault());
    assertNull(refused.getCause());
  }

  public static void with(CryptoFault fault, Executable call) {
    assertEquals(fault, assertThrows(CryptoException.class, call).fault());
  }
}
