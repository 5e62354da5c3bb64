package egov.kiosk.idcardreader.sdt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.FaultCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdtStatusTest {
  @ParameterizedTest
  @CsvSource({
    "0x10, LINE_NOISE, TECHNICIAN",
    "0x11, LINE_NOISE, TECHNICIAN",
    "0x21, PROTOCOL_ERROR, TECHNICIAN",
    "0x24, PROTOCOL_ERROR, TECHNICIAN",
    "0x31, CARD_UNREADABLE, CITIZEN",
    "0x32, CARD_UNREADABLE, CITIZEN",
    "0x33, CARD_UNREADABLE, CITIZEN",
    "0x40, NOT_AN_ID_CARD, CITIZEN",
    "0x41, CARD_UNREADABLE, CITIZEN",
    "0x47, CARD_UNREADABLE, CITIZEN",
    "0x60, READER_SELF_TEST_FAILED, TECHNICIAN",
    "0x66, READER_NOT_AUTHORISED, TECHNICIAN",
    "0x80, NO_CARD, CITIZEN",
    "0x81, CARD_UNREADABLE, CITIZEN"
  })
  void of_everyFaultOfTheTable_saysWhoActs(String code, FaultCode fault, Actor actor) {
    assertEquals(Optional.of(fault), SdtStatus.of(Integer.decode(code)).fault());
    assertEquals(actor, fault.actor());
  }

  @Test
  void of_threeSuccesses_areNoFaults() {
    for (int code : new int[] {0x90, 0x9F, 0x91}) {
      assertEquals(Optional.empty(), SdtStatus.of(code).fault());
    }
  }

  @Test
  void of_anyOtherByte_isAProtocolError() {
    int named = 0;
    for (int code = 0; code < 256; code++) {
      SdtStatus status = SdtStatus.of(code);
      if (status == SdtStatus.UNKNOWN) {
        assertEquals(Optional.of(FaultCode.PROTOCOL_ERROR), status.fault());
      } else {
        assertEquals(code, status.code());
        named++;
      }
    }
    assertEquals(SdtStatus.values().length - 1, named);
  }
}
