package egov.kiosk.custody;

import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.custody.skf.SkfDecrypt;
import egov.kiosk.custody.skf.SkfDriver;
import egov.kiosk.custody.skf.SkfSettings;
import egov.kiosk.custody.token.TokenDriver;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SkfEnrolmentTest extends EnrolmentContract {
  @Override
  CustodyKind kind() {
    return CustodyKind.SKF;
  }

  @Override
  TokenDriver driver(Path library) {
    return new SkfDriver(
        new SkfSettings(library, "TestKey", "KIOSK", "kiosk", SkfDecrypt.ECC_PRV_KEY_DECRYPT));
  }

  @Override
  boolean imports() {
    return true;
  }

  @Test
  void prepare_deviceInUse_isRefused() throws Exception {
    heldIdentity_isNeverDestroyed();
  }
}
