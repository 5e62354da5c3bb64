package egov.kiosk.custody;

import static egov.kiosk.crypto.CryptoFault.KEY_ABSENT;

import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.custody.pkcs11.CipherForm;
import egov.kiosk.custody.pkcs11.Pkcs11Driver;
import egov.kiosk.custody.pkcs11.Pkcs11Settings;
import egov.kiosk.custody.token.TokenDriver;
import egov.kiosk.custody.token.TokenEnrolment;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class Pkcs11EnrolmentTest extends EnrolmentContract {
  private long generate = 0x80008001L;

  @Override
  CustodyKind kind() {
    return CustodyKind.PKCS11;
  }

  @Override
  TokenDriver driver(Path library) {
    return new Pkcs11Driver(
        new Pkcs11Settings(
            library,
            "TestToken",
            "kiosk",
            "kiosk-enc",
            0x80008100L,
            false,
            0x80008200L,
            CipherForm.C1C3C2,
            generate));
  }

  @Override
  boolean imports() {
    return false;
  }

  @Test
  void prepare_deviceInUse_isRefused() throws Exception {
    heldIdentity_isNeverDestroyed();
  }

  @Test
  void prepare_withoutAMechanism_saysWhoMakesTheKeys() throws Exception {
    bare();
    generate = 0;
    try (TokenEnrolment enrolment = enrolment()) {
      refused(KEY_ABSENT, enrolment::prepare);
    }
  }
}
