package egov.kiosk.socialcardreader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.FaultCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack test D10, cards that lead on without end, fall silent, or go in the middle. */
@Tag("attack")
class FaithlessCardTest {
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
    // From here on commands are counted.
    bench.drawer.order("stats");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v2-t1"})
  void loopOf61_endsAfterThirtyTwoFetches(String card) throws Exception {
    bench.drawer.order("fault loop-61 1000");
    bench.place(card);
    assertEquals(FaultCode.CARD_UNREADABLE, bench.failure());
    int commands = Integer.parseInt(bench.drawer.order("stats").split("=")[1]);
    assertTrue(commands > 2 && commands <= 33, commands + " commands");
    bench.assertNextCardIsRead();
  }

  @Test
  void loopOf6C_isFollowedOnce() throws Exception {
    bench.drawer.order("fault loop-6c 1000 05.3");
    bench.place("v2-t1");
    assertEquals(FaultCode.CARD_UNREADABLE, bench.failure());
    int commands = Integer.parseInt(bench.drawer.order("stats").split("=")[1]);
    assertTrue(commands <= 4, commands + " commands");
    bench.assertNextCardIsRead();
  }

  @ParameterizedTest
  @ValueSource(strings = {"select", "response", "05.3", "05.7", "06.1", "06.2", "06.4"})
  void cardPulled_atEachStep_saysSoAndTheNextIsRead(String step) throws Exception {
    bench.drawer.order("fault pull 1 " + step);
    bench.place("v2");
    assertEquals(FaultCode.CARD_MOVED, bench.failure());
    bench.awaitLook();
    bench.assertNextCardIsRead();
  }

  @Test
  void deafCard_isNoAnswerInTimeAndTheReaderRecoversWhenItIsDrawn() throws Exception {
    bench.drawer.order("fault stall 1 06.1");
    bench.place("v2");
    assertEquals(FaultCode.NO_ANSWER, bench.failure());
    bench.assertNextCardIsRead();
  }
}
