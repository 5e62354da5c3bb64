package egov.kiosk.socialcardreader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import egov.kiosk.domain.device.FaultCode;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Attack test D10: whatever a card or reader answers, a typed error in time, and no hang. */
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

  private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();
  private static PcscBench bench;

  @BeforeAll
  static void open() {
    LOGGED.start();
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.DEBUG);
    root.addAppender(LOGGED);
    bench = new PcscBench();
  }

  @AfterAll
  static void close() {
    bench.close();
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(LOGGED);
    for (ILoggingEvent event : LOGGED.list) {
      String line = event.getFormattedMessage();
      assertFalse(line.contains("19000101") || line.contains("测试用"), "logged: " + line);
    }
  }

  @BeforeEach
  void clear() {
    bench.clear();
    bench.drawer.order("stats");
  }

  private static void assertNextCardIsRead() throws Exception {
    bench.clear();
    bench.place("v2");
    assertEquals("测试用", bench.reader.read(PcscBench.SOON).name().value());
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
    assertNextCardIsRead();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v2-t1"})
  void loopOf61_endsAfterThirtyTwoFetches(String card) throws Exception {
    bench.drawer.order("fault loop-61 1000");
    bench.place(card);
    assertEquals(FaultCode.CARD_UNREADABLE, bench.failure());
    int commands = Integer.parseInt(bench.drawer.order("stats").split("=")[1]);
    assertTrue(commands > 2 && commands <= 33, commands + " commands");
    assertNextCardIsRead();
  }

  @Test
  void loopOf6C_isFollowedOnce() throws Exception {
    bench.drawer.order("fault loop-6c 1000 05.3");
    bench.place("v2-t1");
    assertEquals(FaultCode.CARD_UNREADABLE, bench.failure());
    int commands = Integer.parseInt(bench.drawer.order("stats").split("=")[1]);
    assertTrue(commands <= 4, commands + " commands");
    assertNextCardIsRead();
  }

  @ParameterizedTest
  @ValueSource(strings = {"select", "response", "05.3", "05.7", "06.1", "06.2", "06.4"})
  void cardPulled_atEachStep_saysSoAndTheNextIsRead(String step) throws Exception {
    bench.drawer.order("fault pull 1 " + step);
    bench.place("v2");
    assertEquals(FaultCode.CARD_MOVED, bench.failure());
    assertNextCardIsRead();
  }

  @Test
  void deafCard_isNoAnswerInTimeAndTheReaderRecoversWhenItIsDrawn() throws Exception {
    bench.drawer.order("fault stall 1 06.1");
    bench.place("v2");
    assertEquals(FaultCode.NO_ANSWER, bench.failure());
    assertNextCardIsRead();
  }
}
