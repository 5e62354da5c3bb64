package egov.kiosk.socialcardreader;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.link.testing.EmulatorProcess;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.core.ConditionTimeoutException;

/** Service, card drawer and driver, as the tests of this room need them. */
final class PcscBench implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(8);
  static final Duration READ_LIMIT = Duration.ofSeconds(3);

  final PrivatePcscd pcscd = new PrivatePcscd();
  final EmulatorProcess drawer;
  final PcscSocialCardReader reader;

  PcscBench() {
    pcscd.plugReader();
    pcscd.start();
    drawer = EmulatorProcess.start("social-card", "--port", Integer.toString(pcscd.port()));
    reader =
        new PcscSocialCardReader(
            new SocialCardReaderSettings("PCD 00 00", "", READ_LIMIT), Instant::now);
    awaitState(DeviceState.ONLINE);
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
    for (int attempt = 0; attempt < 10; attempt++) {
      drawer.order("place " + card);
      try {
        await().atMost(Duration.ofSeconds(3)).until(() -> !empty());
        return;
      } catch (ConditionTimeoutException e) {
        drawer.order("lift");
        await().pollDelay(Duration.ofSeconds(1)).until(this::empty);
      }
    }
    throw new AssertionError("pcscd does not see the card");
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
  }
}
