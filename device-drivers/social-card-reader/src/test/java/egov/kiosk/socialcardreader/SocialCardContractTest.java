package egov.kiosk.socialcardreader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.Sex;
import egov.kiosk.domain.citizen.SocialCard;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.health.Level;
import egov.kiosk.link.DeviceThread;
import egov.kiosk.link.capture.Capture;
import egov.kiosk.link.capture.Moment;
import egov.kiosk.link.capture.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader of social security cards must do, at the real pcscd with its virtual reader. */
class SocialCardContractTest {
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

  private static SocialCard read(String card) throws Exception {
    bench.place(card);
    return bench.reader.read(PcscBench.SOON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v2-t1"})
  void secondGeneration_bothProtocols_everyFieldIsRead(String name) throws Exception {
    SocialCard card = read(name);
    assertEquals("2.00", card.version());
    assertEquals("A12345678", card.cardNumber());
    assertEquals("915600000235010035010001", card.issuer());
    assertEquals(Optional.of(LocalDate.of(2020, 1, 1)), card.issuedOn());
    assertEquals(Optional.of(LocalDate.of(2030, 1, 1)), card.validUntil());
    assertEquals("35010019000101999X", card.number().value());
    assertEquals("测试用", card.name().value());
    assertEquals(Sex.MALE, card.sex());
    assertFalse(card.toString().contains("19000101") || card.toString().contains("测试用"));
  }

  /** With {@code -Dkiosk.captures=DIR} the capture of {@code ApduCaptureTest} is made anew. */
  @Test
  void recording_ofARead_holdsNothingOfTheHolder() throws Exception {
    List<Moment> moments = Collections.synchronizedList(new ArrayList<>());
    bench.place("v2");
    try (Recording ignored =
        DeviceThread.taps(bench.reader.name()).get(0).record(moments::add).orElseThrow()) {
      bench.reader.read(PcscBench.SOON);
    }
    String text = new Capture(bench.reader.name(), moments).text();
    // 测试用, the number, the card's number.
    for (String marker : List.of("B2E2CAD4D3C3", "3031393939", "413132333435363738")) {
      assertFalse(text.contains(marker), marker);
    }
    assertTrue(text.contains("call read") && text.contains("end ok") && text.contains("> 00B2"));
    if (System.getProperty("kiosk.captures") != null) {
      Files.writeString(Path.of(System.getProperty("kiosk.captures"), "social-card-v2.txt"), text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v1-t1"})
  void firstGeneration_bothProtocols_sexStandsInTheThirdRecord(String name) throws Exception {
    SocialCard card = read(name);
    assertEquals("1.00", card.version());
    assertEquals("测试用", card.name().value());
    assertEquals(Sex.FEMALE, card.sex());
  }

  @ParameterizedTest
  @CsvSource({"v3, 测试用", "rare-name, 张𠮷", "long-name, A阿卜杜热西提买买提江吐尔逊·买合木提"})
  void names_ofAllKinds_areReadExactly(String card, String name) throws Exception {
    assertEquals(name, read(card).name().value());
  }

  @ParameterizedTest
  @CsvSource({
    "wrong-number, CARD_DATA_INVALID",
    "version-9, CARD_NOT_SUPPORTED",
    "bank, CARD_NOT_SUPPORTED"
  })
  void otherCards_areRefusedWithTheirReason(String card, FaultCode fault) {
    bench.place(card);
    assertEquals(fault, bench.failure());
    assertEquals(DeviceState.ONLINE, bench.reader.status().state(), "the reader itself is well");
  }

  @Test
  void noCard_inTime_isNoCard() {
    DeviceException none =
        assertThrows(DeviceException.class, () -> bench.reader.read(Duration.ofMillis(500)));
    assertEquals(FaultCode.NO_CARD, none.fault());
  }

  @Test
  void sameCard_readAgainWithoutLifting_isReadAgain() throws Exception {
    assertEquals(read("v2"), bench.reader.read(PcscBench.SOON));
    assertTrue(bench.reader.cardPresent(PcscBench.SOON));
  }

  @Test
  void secondCaller_whileWaitingForACard_isToldBusy() throws Exception {
    Thread waiting = new Thread(() -> assertThrows(Exception.class, this::waitLong), "waiting");
    waiting.start();
    DeviceException busy =
        org.awaitility.Awaitility.await()
            .atMost(PcscBench.SOON)
            .until(
                () -> {
                  try {
                    bench.reader.cardPresent(Duration.ofSeconds(1));
                    return null;
                  } catch (DeviceException e) {
                    return e;
                  }
                },
                failure -> failure != null);
    assertEquals(FaultCode.BUSY, busy.fault());
    waiting.interrupt();
    waiting.join(Duration.ofSeconds(20).toMillis());
    assertFalse(waiting.isAlive(), "an interrupt ends the wait");
    assertEquals("测试用", read("v2").name().value());
  }

  private void waitLong() throws Exception {
    bench.reader.read(Duration.ofMinutes(2));
  }

  @Test
  void check_namesTheReader() {
    var finding = new SocialCardReaderCheck(bench.reader).check(Duration.ofSeconds(5));
    assertEquals(Level.OK, finding.level());
    assertTrue(finding.what().contains("Kiosk Virtual PCD"), finding.what());
  }
}
