package egov.kiosk.socialcardreader.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.device.DeviceIdentity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderIdentityTest {
  @ParameterizedTest
  @CsvSource({
    "ACME Reader [CCID Interface] (0123456789) 00 00, SERIAL 0123456789",
    "ACME (Shanghai) Reader (A-7) 01 00, SERIAL A-7",
    "ACME (Shanghai) Reader 00 00, a device that tells no identity",
    "Kiosk Virtual PCD 00 00, a device that tells no identity",
    "ACME (0123456789) 00, a device that tells no identity"
  })
  void name_ofAReader_tellsItsSerialNumberWhereItHasOne(String name, String who) {
    DeviceIdentity identity = PcscReader.identityIn(name);
    assertEquals(who, identity.toString());
  }
}
