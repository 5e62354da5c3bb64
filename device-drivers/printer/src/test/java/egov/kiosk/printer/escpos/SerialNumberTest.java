package egov.kiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SerialNumberTest {
  /** As the manual of a TM-T88 shows it: header 5F, the number, 00. */
  @Test
  void answer_ofTheManual_isTheNumber() {
    assertArrayEquals(new byte[] {0x1D, 0x49, 68}, SerialNumber.question());
    assertTrue(SerialNumber.begins(0x5F) && SerialNumber.ends(0) && !SerialNumber.ends('0'));
    assertEquals(
        Optional.of("X3XT123456"),
        SerialNumber.of("X3XT123456".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(Optional.empty(), SerialNumber.of(new byte[] {' ', ' '}));
  }

  @Property(tries = 200)
  void anyAnswer_isAnIdentityOrNone(@ForAll @Size(max = 100) byte[] answer) {
    SerialNumber.of(answer)
        .ifPresent(number -> new DeviceIdentity(DeviceIdentity.Kind.SERIAL, number));
  }

  @Test
  void capture_showsTheNumberAndNothingElse() {
    byte[] question = SerialNumber.question();
    byte[] answer = {0x5F, 'A', '1', 0, 'B', 0x12};
    EscPosMasking masking = new EscPosMasking();
    assertArrayEquals(question, masking.sent(question));
    assertArrayEquals(new byte[] {0x5F, 'A', '1', 0, 1, 0x12}, masking.received(question, answer));
    assertFalse(masking.received(new byte[0], answer)[1] == 'A', "not asked for");
  }
}
