package egov.kiosk.idcardreader;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.CardLayout;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.Sex;
import egov.kiosk.domain.device.CardRead;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.link.testing.EmulatorProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader must do; the device is the emulator as a process of its own, at 115200 baud. */
class IdCardReaderContractTest {
  private static final Duration SOON = Duration.ofSeconds(3);

  @TempDir static Path folder;
  private static EmulatorProcess emulator;
  private static SdtIdCardReader reader;

  @BeforeAll
  static void start() {
    String port = folder.resolve("ttyIDR").toString();
    emulator = EmulatorProcess.start("reader", "--link", port);
    ReaderSettings usual = ReaderSettings.of(port, 115_200);
    // One speed only: what a silent line is tried at is another test's.
    ReaderSettings settings =
        new ReaderSettings(
            usual.places(),
            false,
            usual.findInterval(),
            usual.timings(),
            usual.repoll(),
            usual.maxRfBytes(),
            usual.allowedModules(),
            usual.watch());
    reader = new SdtIdCardReader(settings, Instant::now);
  }

  @AfterAll
  static void stop() {
    reader.close();
    emulator.close();
  }

  @BeforeEach
  @AfterEach
  void clean() {
    emulator.order("clear");
    emulator.order("lift");
  }

  private static IdCard read(String card) throws Exception {
    emulator.order("place " + card);
    return reader.read(SOON).card();
  }

  private static FaultCode failure() {
    return assertThrows(DeviceException.class, () -> reader.read(SOON)).fault();
  }

  private static void assertReadsAgain() throws Exception {
    emulator.order("clear");
    assertEquals(CardLayout.RESIDENT, read("resident").layout());
    assertEquals(DeviceState.ONLINE, reader.status().state());
  }

  @Test
  void read_residentCard_saysWhatIsOnIt() throws Exception {
    IdCard card = read("resident-longterm");
    assertEquals(CardLayout.RESIDENT, card.layout());
    assertEquals("测试用", card.name().value());
    assertEquals("35010019000101999X", card.number().value());
    assertEquals(Sex.MALE, card.sex());
    assertEquals("01", card.nationality());
    assertEquals(LocalDate.of(1900, 1, 1), card.birthDate());
    assertEquals("福建省福州市测试区样例路1号", card.address());
    assertEquals("样例公安局", card.issuer());
    assertEquals(Optional.empty(), card.validUntil());
    assertTrue(card.portrait().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "resident, RESIDENT, 01, ''",
    "hmt, HMT_RESIDENT, '', ''",
    "foreigner2017, FOREIGNER_2017, USA, 'SAMPLE, TEST'",
    "foreigner2023, FOREIGNER_2023, USA, 'SAMPLE, TEST'"
  })
  void read_eachLayout_isTold(String name, CardLayout layout, String nationality, String latin)
      throws Exception {
    IdCard card = read(name);
    assertEquals(layout, card.layout());
    assertEquals(nationality, card.nationality());
    assertEquals(latin, card.latinName().orElse(""));
  }

  @Test
  void read_rareName_keepsEveryCharacter() throws Exception {
    assertEquals("测\uD842\uDFB7\uE5E5", read("rare-name").name().value());
  }

  @Test
  void read_expiredCard_isNoFault() throws Exception {
    assertTrue(read("expired").expiredOn(LocalDate.of(2026, 1, 1)));
  }

  @Test
  void read_noCard_saysSoAfterTheTimeout() {
    Instant start = Instant.now();
    assertEquals(
        FaultCode.NO_CARD,
        assertThrows(DeviceException.class, () -> reader.read(Duration.ofSeconds(1))).fault());
    Duration took = Duration.between(start, Instant.now());
    assertTrue(took.toMillis() >= 900 && took.toMillis() < 3_000, took.toString());
    assertEquals(DeviceState.ONLINE, reader.status().state());
  }

  @Test
  void read_cardComesLater_isFound() throws Exception {
    Thread citizen =
        new Thread(
            () -> {
              await().pollDelay(Duration.ofMillis(700)).until(() -> true);
              emulator.order("place resident");
            });
    citizen.start();
    assertEquals(CardLayout.RESIDENT, reader.read(Duration.ofSeconds(10)).card().layout());
    citizen.join();
  }

  @ParameterizedTest
  @CsvSource({"bad-check-digit, CARD_DATA_INVALID", "wrong-type, NOT_AN_ID_CARD"})
  void read_cardThatIsNone_namesTheFault(String card, FaultCode fault) {
    emulator.order("place " + card);
    assertEquals(fault, failure());
  }

  @Test
  void read_badCheckDigit_messageHoldsNoPersonalData() {
    emulator.order("place bad-check-digit");
    DeviceException e = assertThrows(DeviceException.class, () -> reader.read(SOON));
    assertFalse(e.getMessage().matches("(?s).*([0-9]{6}|样例).*"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "junk",
        "drip",
        "bad-checksum 1",
        "bad-checksum 1 3001",
        "truncated 1 3001",
        "silent 1"
      })
  void read_lineTroubleThatPasses_isReadNevertheless(String fault) throws Exception {
    emulator.order("fault " + fault);
    assertEquals(CardLayout.RESIDENT, read("resident").layout());
  }

  @ParameterizedTest
  @CsvSource({
    "bad-checksum, LINE_NOISE",
    "truncated, LINE_NOISE",
    "silent, NO_ANSWER",
    "unauthorised, READER_NOT_AUTHORISED",
    "self-test, READER_SELF_TEST_FAILED",
    "unrecognised, PROTOCOL_ERROR"
  })
  void read_readerTroubleThatStays_isTheReadersFaultAndHeals(String fault, FaultCode expected)
      throws Exception {
    emulator.order("place resident");
    emulator.order("fault " + fault);
    assertEquals(expected, failure());
    assertFalse(reader.status().state().usable());
    assertEquals(expected, reader.status().faults().iterator().next());
    assertReadsAgain();
  }

  @ParameterizedTest
  @CsvSource({
    "pulled, CARD_MOVED",
    "read-failed, CARD_UNREADABLE",
    "card-rejects-module 1 3001, CARD_UNREADABLE",
    "module-rejects-card 1 2002, CARD_UNREADABLE",
    "information-error 1 3001, CARD_UNREADABLE",
    "random-number 1 3001, CARD_UNREADABLE"
  })
  void read_cardTrouble_isTheCitizensAndTheReaderStaysWell(String fault, FaultCode expected)
      throws Exception {
    emulator.order("place resident");
    emulator.order("fault " + fault);
    assertEquals(expected, failure());
    assertEquals(DeviceState.ONLINE, reader.status().state());
    assertReadsAgain();
  }

  @Test
  void readWithFingerprints_twoFingers_givesTwo() throws Exception {
    emulator.order("place resident-longterm");
    try (FingerprintedRead read = reader.readWithFingerprints(SOON)) {
      assertEquals(2, read.fingerprints().count());
      assertEquals("测试用", read.read().card().name().value());
    }
  }

  @Test
  void readWithFingerprints_oldModule_fallsBackToTheCardAlone() throws Exception {
    emulator.order("place resident-longterm");
    emulator.order("fault no-fingerprint-command");
    try (FingerprintedRead read = reader.readWithFingerprints(SOON)) {
      assertEquals(0, read.fingerprints().count());
      assertEquals("测试用", read.read().card().name().value());
    }
  }

  @Test
  void newestAddresses_ofCardsWithAndWithout_areListedOrEmpty() throws Exception {
    read("rare-name");
    assertEquals(List.of("福建省福州市测试区样例路8号"), reader.newestAddresses(SOON));
    read("resident");
    assertEquals(List.of(), reader.newestAddresses(SOON));
    emulator.order("lift");
    assertEquals(
        FaultCode.CARD_MOVED,
        assertThrows(DeviceException.class, () -> reader.newestAddresses(SOON)).fault());
  }

  @Test
  void cardPresent_placedAndLifted_isSeen() throws Exception {
    read("resident");
    assertTrue(reader.cardPresent(SOON));
    emulator.order("lift");
    assertFalse(reader.cardPresent(SOON));
  }

  @Test
  void securityModuleId_isReadInWords() throws Exception {
    assertEquals("05.01-20240101-0001234567-0987654321", reader.securityModuleId(SOON));
  }

  @Test
  void read_whileAnotherReads_isBusyAtOnceAndInterruptEndsTheFirst() throws Exception {
    Thread first =
        new Thread(
            () ->
                assertThrows(InterruptedException.class, () -> reader.read(Duration.ofMinutes(1))));
    first.start();
    await().until(() -> first.getState() == Thread.State.TIMED_WAITING);
    assertEquals(FaultCode.BUSY, failure());
    first.interrupt();
    first.join(5_000);
    assertFalse(first.isAlive());
    assertReadsAgain();
  }

  /**
   * One undisturbed read of thirty is enough: a busy machine adds time, it never takes any away.
   */
  @Test
  void read_overhead_isSmallAgainstTheWire() throws Exception {
    emulator.order("place resident");
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 30 && best > 1.05; i++) {
      emulator.order("stats");
      CardRead read = reader.read(SOON);
      long wire = read.wireTime().toNanos() / 1_000;
      long own =
          Long.parseLong(emulator.order("stats").replaceAll(".*ownDelayMicros=(\\d+).*", "$1"));
      long took = read.elapsed().toNanos() / 1_000;
      double ratio = (took - own) / (double) wire;
      System.out.printf("read %d us, own %d us, wire %d us, ratio %.4f%n", took, own, wire, ratio);
      best = Math.min(best, ratio);
    }
    assertTrue(best <= 1.05, "best ratio " + best);
  }
}
