package egov.kiosk.downlink.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryException;
import egov.kiosk.domain.inquiry.InquiryException.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineInquiriesTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Asking ASKING =
      new Asking(
          Asking.Purpose.PROGRESS,
          "PROGRESS-QUERY",
          "1",
          Optional.empty(),
          List.of(),
          Map.of("reference", "202611220000001"));
  private static final InquiryAnswer ANSWER =
      new InquiryAnswer(List.of(new InquiryAnswer.Row("办到哪一步", "审核中")), "");

  private final AskedPlatform platform = new AskedPlatform();

  private Reason refusal(Duration timeout) {
    return assertThrows(InquiryException.class, () -> platform.inquiries.ask(ASKING, timeout))
        .reason();
  }

  @Test
  void ask_platformAnswers_answerComesBack() throws Exception {
    platform.behaviour = question -> platform.answer(question, Optional.of(ANSWER));
    assertEquals(ANSWER, platform.inquiries.ask(ASKING, LONG));
    Question asked = platform.asked.get(0);
    assertEquals(ASKING.parameters(), asked.asking().parameters());
    assertEquals(AskedPlatform.NOW.plus(LONG), asked.expiresAt());
  }

  @Test
  void ask_twice_noKeyAndNoIdTwice() throws Exception {
    platform.inquiries.ask(ASKING, LONG);
    platform.inquiries.ask(ASKING, LONG);
    Question first = platform.asked.get(0);
    Question second = platform.asked.get(1);
    assertNotEquals(first.answerKey(), second.answerKey());
    assertNotEquals(first.id(), second.id());
  }

  @Test
  void ask_noLineOrLineRefuses_failsAtOnce() {
    platform.online = false;
    assertEquals(Reason.NO_ANSWER, refusal(LONG));
    platform.online = true;
    platform.takes = false;
    assertEquals(Reason.NO_ANSWER, refusal(LONG));
    assertTrue(platform.asked.isEmpty());
  }

  @Test
  void ask_silence_endsWithTheTime() {
    platform.behaviour = question -> {};
    assertEquals(Reason.NO_ANSWER, refusal(SHORT));
  }

  @Test
  void ask_platformCannotAnswer_saidSo() {
    platform.behaviour = question -> platform.answer(question, Optional.empty());
    assertEquals(Reason.UNAVAILABLE, refusal(LONG));
  }

  @Test
  void ask_forgedAndForeignFirst_trueOneStillCounts() throws Exception {
    platform.inquiries.ask(ASKING, LONG);
    Question former = platform.asked.get(0);
    platform.behaviour =
        question -> {
          platform.bytes("forged");
          platform.bytes("");
          platform.answer(former, Optional.of(InquiryAnswer.NOTHING));
          platform.say(new Order.MissingChunks("x", AskedPlatform.NOW, "y", List.of(1)));
          platform.answer(question, Optional.of(ANSWER));
        };
    assertEquals(ANSWER, platform.inquiries.ask(ASKING, LONG));
  }

  @Test
  void ask_answerUnderAnotherKeyOrForged_notBelieved() {
    platform.behaviour =
        question -> platform.answer(question, "00".repeat(16), Optional.of(ANSWER));
    assertEquals(Reason.NOT_BELIEVED, refusal(SHORT));
    platform.behaviour = question -> platform.bytes("forged");
    assertEquals(Reason.NOT_BELIEVED, refusal(SHORT));
  }

  @Test
  void ask_formerAnswerReplayed_opensNothing() throws Exception {
    platform.behaviour = question -> platform.answer(question, Optional.of(ANSWER));
    platform.inquiries.ask(ASKING, LONG);
    platform.behaviour = question -> platform.bytes("signed 0");
    assertEquals(Reason.NO_ANSWER, refusal(SHORT));
  }

  @Test
  void ask_interrupted_endsAndStaysInterrupted() {
    platform.behaviour = question -> Thread.currentThread().interrupt();
    assertEquals(Reason.NO_ANSWER, refusal(LONG));
    assertTrue(Thread.interrupted());
  }

  @Test
  void received_nobodyAsks_dropped() {
    for (int i = 0; i < 1_000; i++) {
      platform.bytes("flood");
    }
    platform.behaviour = question -> {};
    assertEquals(Reason.NO_ANSWER, refusal(SHORT), "nothing of the flood was kept");
  }
}
