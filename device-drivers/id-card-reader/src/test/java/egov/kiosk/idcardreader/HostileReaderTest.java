package egov.kiosk.idcardreader;

import static java.time.Duration.ofMillis;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.CardLayout;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.idcardreader.sdt.SdtTimings;
import egov.kiosk.link.HotPlugSettings;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.testing.EmulatorProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * D01, D02: whatever comes over the cable, the driver answers within its time, and the next good
 * read works; a card is only ever the one that lies there.
 */
class HostileReaderTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final SdtTimings QUICK =
      new SdtTimings(ofMillis(300), ofMillis(500), ofMillis(300), ofMillis(1_500), ofMillis(1_500));
  private static final Duration MOST = Duration.ofSeconds(60);

  private static EmulatorProcess emulator;
  private static SdtIdCardReader reader;

  @BeforeAll
  static void start() {
    emulator = EmulatorProcess.start("reader", "--listen", "0");
    int port = Integer.parseInt(emulator.ready("port"));
    ReaderSettings settings =
        new ReaderSettings(
            List.of(new LinkAddress.Tcp("127.0.0.1", port)),
            false,
            Duration.ofMillis(100),
            QUICK,
            Repoll.REPEAT,
            0,
            Set.of(),
            HotPlugSettings.USUAL);
    reader = new SdtIdCardReader(settings, Instant::now);
  }

  @AfterAll
  static void stop() {
    reader.close();
    emulator.close();
  }

  @AfterEach
  void clean() {
    emulator.order("clear");
    emulator.order("lift");
  }

  private static IdCard read() throws Exception {
    return reader.read(SOON).card();
  }

  private static void assertReadsAgain() throws Exception {
    emulator.order("clear");
    emulator.order("place resident");
    try (IdCard card = read()) {
      assertEquals(CardLayout.RESIDENT, card.layout());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "junk",
        "drip",
        "bad-checksum",
        "truncated",
        "silent",
        "wrong-length",
        "late",
        "doubled",
        "flood"
      })
  void read_everyAnswerIsSpoiled_endsInTimeAndTheNextGoodReadWorks(String fault) throws Exception {
    assertReadsAgain();
    emulator.order("fault " + fault);
    long start = System.nanoTime();
    try {
      read().close();
    } catch (DeviceException e) {
      assertTrue(e.getMessage().length() < 500);
    }
    assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(MOST) < 0);
    assertReadsAgain();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong-length"})
  void read_theCardsAnswerIsSpoiledTwice_isNoCard(String fault) throws Exception {
    assertReadsAgain();
    emulator.order("fault " + fault + " 2 3001");
    assertThrows(DeviceException.class, HostileReaderTest::read);
    assertReadsAgain();
  }

  @Test
  void read_cardExchangedBetweenSelectAndRead_isNeverTheOther() throws Exception {
    assertReadsAgain();
    emulator.order("do until request 3001; place hmt");
    try (IdCard card = read()) {
      assertEquals(
          CardLayout.HMT_RESIDENT, card.layout(), "read anew, and the one that lies there");
    } catch (DeviceException e) {
      // Also right: the card that was selected is gone.
    }
    assertReadsAgain();
  }
}
