package egov.kiosk.platform.books;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.domain.inquiry.AnswerDocument;
import egov.kiosk.domain.inquiry.AnswerFile;
import egov.kiosk.domain.inquiry.Asking.Purpose;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryException;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.platform.Courier;
import egov.kiosk.platform.Lab;
import egov.kiosk.platform.Platform;
import egov.kiosk.uplinkmqtt.MqttUplink;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Questions from a kiosk's key over the real broker to the books, and back to nobody else. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final VerifiedCitizen OWN = Cases.citizen("35010019000101999X");
  private static final VerifiedCitizen OTHER = Cases.citizen("110101190001010014");

  private Platform platform;
  private AskingKiosk kiosk;
  private MqttUplink uplink;
  private Courier courier;
  private Lab lab;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    lab = Lab.at(directory);
    platform = lab.platform();
    // Progress is asked at any kiosk, not only where the application was made.
    kiosk = new AskingKiosk(lab, Lab.B, platform.port());
    uplink = new MqttUplink(Lab.A, lab.settings(Lab.A, platform.port()));
    courier = new Courier(uplink, lab.verifier(Lab.A));
  }

  @AfterAll
  void stop() throws Exception {
    kiosk.close();
    courier.close();
    platform.close();
  }

  private InquiryAnswer ask(egov.kiosk.domain.inquiry.Asking asking) throws InquiryException {
    return kiosk.inquiries.ask(asking, PATIENCE);
  }

  private String handedIn(Transaction transaction) throws Exception {
    courier.offer(lab.sealer(Lab.A).seal(transaction));
    await().atMost(PATIENCE).until(() -> platform.find(transaction.id()).isPresent());
    return platform.find(transaction.id()).orElseThrow().acceptanceNumber().orElseThrow();
  }

  @Test
  void inquiry_withCard_rowsComeBack_withoutNothing() throws Exception {
    InquiryAnswer answer = ask(Cases.asking(Purpose.INQUIRY, Optional.of(OWN), Map.of()));
    assertEquals("11年4个月", answer.rows().get(0).value());
    assertTrue(answer.rows().get(3).sensitive());
    assertEquals(
        InquiryAnswer.NOTHING, ask(Cases.asking(Purpose.INQUIRY, Optional.empty(), Map.of())));
  }

  @Test
  void progress_missingPaper_thenBrought() throws Exception {
    String number = handedIn(Cases.application(Optional.empty()));
    Map<String, String> both = Map.of("reference", number, "phone", Cases.PHONE);
    InquiryAnswer first = ask(Cases.progress(Optional.empty(), both));
    assertEquals("居住证申领", first.rows().get(0).value());
    assertEquals("等您补材料", first.rows().get(1).value());
    assertEquals("lodging-proof", first.wanted().get(0).id());
    assertEquals("住处的证明", first.wanted().get(0).label());
    handedIn(Cases.supplement(number));
    InquiryAnswer second = ask(Cases.progress(Optional.empty(), both));
    assertTrue(second.wanted().isEmpty());
    assertEquals("补的材料收到了，正在审核", second.rows().get(1).value());
  }

  /** D09, and its neighbours: half a secret is none. */
  @Test
  void progress_attacksAndStrangers_neverAForeignRecord() throws Exception {
    String number = handedIn(Cases.application(Optional.of(OWN)));
    for (String attack :
        new String[] {"------", "%", "_", "*", "0", "00000000", number + "%", "%" + number}) {
      for (Map<String, String> parameters :
          new Map[] {
            Map.of("reference", attack, "phone", Cases.PHONE),
            Map.of("reference", number, "phone", attack)
          }) {
        assertEquals(
            InquiryAnswer.NOTHING, ask(Cases.progress(Optional.empty(), parameters)), attack);
      }
      assertEquals(
          InquiryAnswer.NOTHING,
          ask(Cases.progress(Optional.of(OWN), Map.of("reference", attack))));
    }
    Map<String, String> alone = Map.of("reference", number);
    assertEquals(InquiryAnswer.NOTHING, ask(Cases.progress(Optional.empty(), alone)));
    assertEquals(InquiryAnswer.NOTHING, ask(Cases.progress(Optional.of(OTHER), alone)));
    assertEquals(
        InquiryAnswer.NOTHING,
        ask(Cases.progress(Optional.of(OTHER), Map.of("reference", number, "phone", Cases.PHONE))),
        "another's card counts, whatever else is known");
    assertFalse(ask(Cases.progress(Optional.of(OWN), alone)).rows().isEmpty());
  }

  @Test
  void retrieval_fieldsAndLicences_ofTheCardOnly() throws Exception {
    Map<String, String> wanted =
        Map.of("fields", "phone,income", "licences", "household-register,pilot");
    InquiryAnswer own = ask(Cases.asking(Purpose.RETRIEVAL, Optional.of(OWN), wanted));
    InquiryAnswer other = ask(Cases.asking(Purpose.RETRIEVAL, Optional.of(OTHER), wanted));
    assertEquals(Map.of("phone", "19900001234"), own.fields());
    assertEquals(1, own.licences().size());
    assertEquals("户口簿", own.licences().get(0).name());
    assertFalse(own.licences().get(0).sm3().equals(other.licences().get(0).sm3()));
    assertEquals(
        InquiryAnswer.NOTHING, ask(Cases.asking(Purpose.RETRIEVAL, Optional.empty(), wanted)));
  }

  @Test
  void handover_photoComesInParts_onceAndToItsKiosk() throws Exception {
    platform.handovers().address("https://upload.example/u/");
    InquiryAnswer opened =
        ask(Cases.asking(Purpose.HANDOVER, Optional.empty(), Map.of("step", "open")));
    String code = opened.rows().get(0).value();
    assertEquals("https://upload.example/u/" + code, opened.rows().get(1).value());
    Map<String, String> fetch = Map.of("step", "fetch", "code", code, "part", "0");
    assertEquals(0, ask(Cases.asking(Purpose.HANDOVER, Optional.empty(), fetch)).file().parts());
    byte[] photo = new byte[AnswerFile.LARGEST + 5];
    Arrays.fill(photo, (byte) 7);
    assertFalse(platform.handovers().bring(code, photo), "no picture");
    photo[0] = (byte) 0xff;
    photo[1] = (byte) 0xd8;
    assertTrue(platform.handovers().bring(code, photo));
    assertFalse(platform.handovers().bring(code, photo), "one photo a code");
    AnswerFile last =
        ask(Cases.asking(
                Purpose.HANDOVER,
                Optional.empty(),
                Map.of("step", "fetch", "code", code, "part", "1")))
            .file();
    assertEquals(2, last.parts());
    assertArrayEquals(new byte[] {7, 7, 7, 7, 7}, last.bytes());
    ask(Cases.asking(Purpose.HANDOVER, Optional.empty(), Map.of("step", "close", "code", code)));
    assertFalse(platform.handovers().waits(code));
  }

  @Test
  void certificate_partByPart_whole_toItsVerifiedHolderAlone() throws Exception {
    VerifiedCitizen holder = Cases.verified("35010019000101999X");
    Map<String, String> asked = new HashMap<>(Map.of("licence", "DRIVING"));
    InquiryAnswer first = ask(Cases.certificate("LICENCE-PRINT", Optional.of(holder), asked));
    AnswerDocument said = AnswerDocument.in(first).orElseThrow();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int part = 0; part < said.parts(); part++) {
      asked.put(AnswerDocument.PART, String.valueOf(part));
      whole.writeBytes(
          ask(Cases.certificate("LICENCE-PRINT", Optional.of(holder), asked)).file().bytes());
    }
    assertEquals(said.sm3(), HexFormat.of().formatHex(Sm3.digest(whole.toByteArray())));
    assertEquals(
        InquiryAnswer.NOTHING,
        ask(Cases.certificate("LICENCE-PRINT", Optional.of(OWN), asked)),
        "a card alone is not enough");
    VerifiedCitizen other = Cases.verified("110101190001010014");
    AnswerDocument others =
        AnswerDocument.in(
                ask(
                    Cases.certificate(
                        "LICENCE-PRINT", Optional.of(other), Map.of("licence", "DRIVING"))))
            .orElseThrow();
    assertNotEquals(said.sm3(), others.sm3());
  }

  @Test
  void unknownQuestionBytes_leaveThePlatformAnswering() throws Exception {
    for (byte[] junk : new byte[][] {{}, {1, 2, 3}, new byte[60_000]}) {
      uplink
          .send(egov.kiosk.domain.fleet.UpChannel.QUESTION, junk)
          .toCompletableFuture()
          .get(60, java.util.concurrent.TimeUnit.SECONDS);
    }
    assertFalse(ask(Cases.asking(Purpose.INQUIRY, Optional.of(OWN), Map.of())).rows().isEmpty());
    assertThrows(
        InquiryException.class,
        () ->
            kiosk.inquiries.ask(
                Cases.asking(Purpose.INQUIRY, Optional.of(OWN), Map.of()), Duration.ZERO));
  }
}
