package egov.kiosk.custody;

import static egov.kiosk.crypto.CryptoFault.DEVICE_FAULT;
import static egov.kiosk.crypto.CryptoFault.FILE_TOO_OPEN;
import static egov.kiosk.crypto.CryptoFault.FILE_UNREADABLE;
import static egov.kiosk.crypto.CryptoFault.PIN_REFUSED;
import static egov.kiosk.crypto.CryptoFault.PIN_WITHHELD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.CustodyState;
import egov.kiosk.custody.token.TokenCustody;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** What every custody in a device promises about the PIN. */
abstract class PinContract extends DeviceFixture {
  @Test
  void wrongPin_isPresentedOnceUntilTheFileChanges() throws Exception {
    configurePin("00000000");
    TokenCustody custody = custody();
    refused(PIN_REFUSED, custody::signing);
    for (int i = 0; i < 5; i++) {
      refused(PIN_WITHHELD, custody::signing);
      assertEquals(CustodyState.PIN_REFUSED, custody.report(TIMEOUT).state());
    }
    assertEquals(1, device.presented());
    configurePin(TestDevice.PIN);
    custody.signing().sign(MESSAGE);
    assertEquals(2, device.presented());
  }

  @Test
  void wrongPin_afterRestart_isStillWithheld() throws Exception {
    configurePin("00000000");
    refused(PIN_REFUSED, () -> custody().signing());
    CryptoException withheld = refused(PIN_WITHHELD, () -> custody().signing());
    assertTrue(withheld.getMessage().contains("kiosk.pin.refused"));
    assertEquals(1, device.presented());
    Path memory = folder.resolve("kiosk.pin.refused");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(memory)));
    assertFalse(Files.readString(memory).contains("00000000"));
    configurePin(TestDevice.PIN);
    custody().signing();
    assertFalse(Files.exists(memory));
  }

  @Test
  void pinFile_openToOthersOrMissing_nothingIsPresented() throws Exception {
    Files.setPosixFilePermissions(pinFile, PosixFilePermissions.fromString("rw-r--r--"));
    CryptoException open = refused(FILE_TOO_OPEN, () -> custody().signing());
    assertTrue(open.getMessage().contains("chmod 600"));
    Files.delete(pinFile);
    refused(FILE_UNREADABLE, () -> custody().signing());
    assertEquals(0, device.presented());
  }

  @Test
  void errorAtLogin_neitherYesNorNo_isNoReasonToTryOverAndOver() throws Exception {
    device.fault("login 0A00ABCD");
    refused(DEVICE_FAULT, () -> custody().signing());
    for (int i = 0; i < 3; i++) {
      refused(tellsTries() ? DEVICE_FAULT : PIN_WITHHELD, () -> custody().signing());
    }
    assertEquals(tellsTries() ? 4 : 1, device.presented());
  }

  /** Whether the device shows that it did not count a PIN. */
  boolean tellsTries() {
    return false;
  }
}
