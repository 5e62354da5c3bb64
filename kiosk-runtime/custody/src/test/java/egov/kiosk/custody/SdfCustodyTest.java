package egov.kiosk.custody;

import static egov.kiosk.crypto.CryptoFault.KEY_ABSENT;
import static egov.kiosk.crypto.CryptoFault.KEY_NOT_OF_CERTIFICATE;
import static egov.kiosk.crypto.CryptoFault.PIN_REFUSED;
import static egov.kiosk.crypto.CryptoFault.PIN_WITHHELD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.custody.sdf.SdfDriver;
import egov.kiosk.custody.sdf.SdfSettings;
import egov.kiosk.custody.token.TokenDriver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SdfCustodyTest extends DeviceContract {
  private int index = 3;

  @Override
  CustodyKind kind() {
    return CustodyKind.SDF;
  }

  @Override
  TokenDriver driver(Path library) {
    return new SdfDriver(new SdfSettings(library, index, true));
  }

  @Test
  void locked_looksLikeARefusedPinAndIsShownOnce() throws Exception {
    device.tries(0);
    refused(PIN_REFUSED, () -> custody().signing());
    refused(PIN_WITHHELD, () -> custody().signing());
    assertEquals(1, device.presented());
  }

  @Test
  void index_withoutKey_isSaid() {
    index = 4;
    refused(KEY_ABSENT, () -> custody().signing());
  }

  @Test
  void certificateFile_ofAnotherKey_isRefusedBeforeThePin() throws Exception {
    TestDevice other = new TestDevice(Files.createDirectory(folder.resolve("other")), "sdf");
    PemFiles.writeCertificates(folder.resolve("sign.pem"), List.of(other.signing.certificate()));
    refused(KEY_NOT_OF_CERTIFICATE, () -> custody().signing());
    assertEquals(0, device.presented());
  }
}
