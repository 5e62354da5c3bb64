package egov.kiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.FaultCode;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusByteTest {
  @ParameterizedTest
  @CsvSource({
    "PRINTER, 0x12, false, ''",
    "PRINTER, 0x1A, true, ''",
    "PRINTER, 0x32, false, ''",
    "PRINTER, 0x52, false, ''",
    "OFFLINE_CAUSE, 0x12, false, ''",
    "OFFLINE_CAUSE, 0x16, false, COVER_OPEN",
    "OFFLINE_CAUSE, 0x1A, false, ''",
    "OFFLINE_CAUSE, 0x32, false, PAPER_OUT",
    "OFFLINE_CAUSE, 0x52, false, PRINTER_ERROR",
    "OFFLINE_CAUSE, 0x36, false, 'COVER_OPEN PAPER_OUT'",
    "ERROR_CAUSE, 0x12, false, ''",
    "ERROR_CAUSE, 0x16, false, PRINTER_ERROR",
    "ERROR_CAUSE, 0x1A, false, PRINTER_ERROR",
    "ERROR_CAUSE, 0x32, false, PRINTER_ERROR",
    "ERROR_CAUSE, 0x52, false, PRINTER_ERROR",
    "PAPER, 0x12, false, ''",
    "PAPER, 0x1E, false, PAPER_LOW",
    "PAPER, 0x72, false, PAPER_OUT",
    "PAPER, 0x7E, false, 'PAPER_LOW PAPER_OUT'"
  })
  void faults_publishedBytes_areTold(
      StatusByte question, String value, boolean offline, String faults) {
    int answer = Integer.decode(value);
    assertTrue(StatusByte.isStatus(answer));
    assertEquals(offline, question.offline(answer));
    Set<String> expected = new TreeSet<>(Arrays.asList(faults.split(" ")));
    expected.remove("");
    assertEquals(
        expected,
        question.faults(answer).stream()
            .map(FaultCode::name)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void isStatus_all256Bytes_onlyThoseWithTheFixedBits() {
    int count = 0;
    for (int value = 0; value < 256; value++) {
      boolean status = StatusByte.isStatus(value);
      assertEquals(
          (value & 1) == 0 && (value & 2) != 0 && (value & 16) != 0 && value < 128, status);
      count += status ? 1 : 0;
      assertFalse(status && PaperConfirmation.isAnswer(value), "never both kinds at once");
    }
    assertEquals(16, count);
  }

  @Test
  void question_each_isDleEot() {
    for (StatusByte one : StatusByte.values()) {
      assertArrayEquals(new byte[] {0x10, 0x04, (byte) (one.ordinal() + 1)}, one.question());
    }
    assertArrayEquals(new byte[] {0x1D, 0x72, 0x01}, PaperConfirmation.question());
  }
}
