package egov.kiosk.custody;

import static egov.kiosk.crypto.CryptoFault.KEY_ABSENT;

import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.custody.sdf.SdfDriver;
import egov.kiosk.custody.sdf.SdfSettings;
import egov.kiosk.custody.token.TokenDriver;
import egov.kiosk.custody.token.TokenEnrolment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pair at the index was made with the vendor's tool; certificates go into files. */
class SdfEnrolmentTest extends EnrolmentContract {
  @Override
  CustodyKind kind() {
    return CustodyKind.SDF;
  }

  @Override
  TokenDriver driver(Path library) {
    return new SdfDriver(new SdfSettings(library, 3, true));
  }

  @Override
  boolean imports() {
    return false;
  }

  @Override
  void bare() throws Exception {
    Files.delete(folder.resolve("sign.pem"));
    Files.delete(folder.resolve("enc.pem"));
  }

  @Test
  void prepare_emptyIndex_saysWhoMakesTheKeys() throws Exception {
    device.empty();
    try (TokenEnrolment enrolment = enrolment()) {
      refused(KEY_ABSENT, enrolment::prepare);
    }
  }
}
