package egov.kiosk.socialcardreader;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.link.testing.EmulatorProcess;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.core.ConditionTimeoutException;
import org.slf4j.LoggerFactory;

/**
 * Service, card drawer and driver, as the tests of this room need them; whoever closes it is told
 * if a holder was logged.
 */
final class PcscBench implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(8);
  private static final Duration LOOK = Duration.ofMillis(600);
  static final Duration READ_LIMIT = Duration.ofSeconds(3);

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  final PrivatePcscd pcscd = new PrivatePcscd();
  final EmulatorProcess drawer;
  final PcscSocialCardReader reader;

  PcscBench() {
    logged.start();
    root().setLevel(Level.DEBUG);
    root().addAppender(logged);
    pcscd.plugReader();
    pcscd.start();
    drawer = EmulatorProcess.start("social-card", "--port", Integer.toString(pcscd.port()));
    reader =
        new PcscSocialCardReader(
            new SocialCardReaderSettings("PCD 00 00", "", READ_LIMIT), Instant::now);
    awaitState(DeviceState.ONLINE);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  void awaitState(DeviceState state) {
    await().atMost(Duration.ofSeconds(30)).until(() -> reader.status().state() == state);
  }

  /** A reader without card and without faults. */
  void clear() {
    drawer.order("clear");
    drawer.order("lift");
    await().atMost(Duration.ofSeconds(30)).until(this::empty);
  }

  /**
   * Puts a card in, as a citizen does who tries again when nothing happens: pcscd looks every 0.4 s
   * and overlooks cards that are changed faster than that.
   */
  void place(String card) {
    for (int attempt = 0; attempt < 20; attempt++) {
      drawer.order("place " + card);
      try {
        await().atMost(Duration.ofSeconds(1)).until(() -> !empty());
        return;
      } catch (ConditionTimeoutException e) {
        drawer.order("lift");
        await().pollDelay(LOOK).until(this::empty);
      }
    }
    throw new AssertionError("pcscd does not see the card");
  }

  /** Lets pcscd look once more, so that it does not take the next card for one that was drawn. */
  void awaitLook() {
    await().pollDelay(LOOK).until(() -> true);
  }

  /** Whatever the last card did, a good one is read after it. */
  void assertNextCardIsRead() throws Exception {
    clear();
    place("v2");
    assertEquals("测试用", reader.read(SOON).name().value());
  }

  private boolean empty() throws InterruptedException {
    try {
      return !reader.cardPresent(Duration.ofSeconds(2));
    } catch (DeviceException e) {
      return false;
    }
  }

  /** The fault a read ends with, and that it ended in time. */
  FaultCode failure() {
    long start = System.nanoTime();
    FaultCode fault = assertThrows(DeviceException.class, () -> reader.read(SOON)).fault();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    Duration most = SOON.plus(READ_LIMIT).plusSeconds(2);
    assertTrue(took.compareTo(most) < 0, "took " + took);
    return fault;
  }

  @Override
  public void close() {
    reader.close();
    drawer.close();
    pcscd.close();
    root().detachAppender(logged);
    for (ILoggingEvent event : logged.list) {
      String line = event.getFormattedMessage();
      assertFalse(line.contains("19000101") || line.contains("测试用"), "logged: " + line);
    }
  }
}
