package egov.kiosk.socialcardreader;

import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.FaultCode;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Attack test D10: whatever a card or reader answers, a typed error in time, and no hang. The rest
 * of it: {@link FaithlessCardTest}.
 */
@Tag("attack")
class HostileCardTest {
  private static final Set<FaultCode> CARD_FAULTS =
      Set.of(
          FaultCode.CARD_UNREADABLE,
          FaultCode.CARD_DATA_INVALID,
          FaultCode.CARD_MOVED,
          FaultCode.CARD_NOT_SUPPORTED,
          // The virtual reader itself waits on after an answer of no bytes.
          FaultCode.NO_ANSWER);

  private static PcscBench bench;

  @BeforeAll
  static void open() {
    bench = new PcscBench();
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  @BeforeEach
  void clear() {
    bench.clear();
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "sw-only, 06.1",
    "empty, select",
    "empty, 06.2",
    "one-byte, select",
    "one-byte, 05.3",
    "huge, select",
    "huge, 06.1",
    "overlong, 06.2",
    "nested, 06.2",
    "noise, select",
    "noise, 06.1",
    "not-found, 06.1",
    "not-found, response"
  })
  void senselessAnswer_isATypedFaultOfTheCardAndTheNextIsRead(String fault, String step)
      throws Exception {
    // A card that answers a whole record to SELECT is no good card either, but one that answers.
    String card = step.equals("response") ? "v2" : "v2-t1";
    bench.drawer.order("fault " + fault + " 1000 " + step);
    bench.place(card);
    FaultCode failure = bench.failure();
    assertTrue(CARD_FAULTS.contains(failure), failure.toString());
    bench.assertNextCardIsRead();
  }
}
