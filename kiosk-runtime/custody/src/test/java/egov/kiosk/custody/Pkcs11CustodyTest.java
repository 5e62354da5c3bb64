package egov.kiosk.custody;

import static egov.kiosk.crypto.CryptoFault.DEVICE_ABSENT;
import static egov.kiosk.crypto.CryptoFault.DEVICE_FAULT;
import static egov.kiosk.crypto.CryptoFault.DEVICE_LOCKED;
import static egov.kiosk.crypto.CryptoFault.KEY_ABSENT;
import static egov.kiosk.crypto.CryptoFault.PIN_WITHHELD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.custody.pkcs11.CipherForm;
import egov.kiosk.custody.pkcs11.Pkcs11Driver;
import egov.kiosk.custody.pkcs11.Pkcs11Settings;
import egov.kiosk.custody.token.TokenDriver;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class Pkcs11CustodyTest extends DeviceContract {
  private static final long SIGN = 0x80008100L;
  private static final long DECRYPT = 0x80008200L;

  private String token = "TestToken";
  private String label = "kiosk";
  private long mechanism = SIGN;

  @Override
  CustodyKind kind() {
    return CustodyKind.PKCS11;
  }

  @Override
  TokenDriver driver(Path library) {
    return new Pkcs11Driver(
        new Pkcs11Settings(
            library, token, label, "kiosk-enc", mechanism, false, DECRYPT, CipherForm.C1C3C2));
  }

  @Test
  void lastTry_belongsToAHuman() throws Exception {
    device.tries(1);
    refused(PIN_WITHHELD, () -> custody().signing());
    device.tries(5);
    custody().signing();
    assertEquals(1, device.presented());
  }

  @Test
  void locked_isSaidAndShownNothing() throws Exception {
    device.tries(0);
    refused(DEVICE_LOCKED, () -> custody().signing());
    assertEquals(0, device.presented());
  }

  @Test
  void names_thatAreNotThere_areSaid() throws Exception {
    token = "Other";
    refused(DEVICE_ABSENT, () -> custody().signing());
    token = "";
    label = "other";
    refused(KEY_ABSENT, () -> custody().signing());
    label = "kiosk";
    custody().signing();
    assertEquals(1, device.presented());
  }

  @Test
  void mechanism_ofAnotherVendor_isSaid() throws Exception {
    mechanism = 0x80000001L;
    SigningKey key = custody().signing();
    refused(DEVICE_FAULT, () -> key.sign(MESSAGE));
  }
}
