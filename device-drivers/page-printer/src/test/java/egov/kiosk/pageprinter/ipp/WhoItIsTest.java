package egov.kiosk.pageprinter.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceIdentity.Kind;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoItIsTest {
  private static AttributeGroup says(com.hp.jipp.encoding.Attribute<?>... attributes) {
    return IppPacket.response(com.hp.jipp.model.Status.successfulOk)
        .putPrinterAttributes(attributes)
        .build()
        .get(Tag.printerAttributes);
  }

  @Test
  void uuid_comesBeforeTheSerialNumber() {
    AttributeGroup both =
        says(
            Types.printerUuid.of(URI.create("urn:uuid:4509a320-00a0-008f-00b6-002507510eca")),
            Types.printerDeviceId.of("MFG:A;SN:1;"));
    assertEquals(
        new DeviceIdentity(Kind.UUID, "4509a320-00a0-008f-00b6-002507510eca"), WhoItIs.of(both));
  }

  @Test
  void uuid_inCapitals_isTheSamePrinter() {
    AttributeGroup capitals =
        says(Types.printerUuid.of(URI.create("urn:uuid:4509A320-00A0-008F-00B6-002507510ECA")));
    assertEquals(
        new DeviceIdentity(Kind.UUID, "4509a320-00a0-008f-00b6-002507510eca"),
        WhoItIs.of(capitals));
  }

  @ParameterizedTest
  @CsvSource({
    "MFG:HP;MDL:LaserJet;SN:CNB1234567;CMD:PCL, CNB1234567",
    "MFG:Pantum;SERN:AB-12;, AB-12",
    "SERIALNUMBER:7, 7"
  })
  void deviceId_tellsTheSerialNumber(String id, String serial) {
    assertEquals(
        new DeviceIdentity(Kind.SERIAL, serial), WhoItIs.of(says(Types.printerDeviceId.of(id))));
  }

  @ParameterizedTest
  @CsvSource({"MFG:HP;MDL:X", "XSN:1;", "SN:;", "SN:a b;"})
  void anythingElse_tellsNothing(String id) {
    AttributeGroup strange =
        says(Types.printerUuid.of(URI.create("urn:uuid:4509")), Types.printerDeviceId.of(id));
    assertEquals(DeviceIdentity.UNTOLD, WhoItIs.of(strange));
  }
}
