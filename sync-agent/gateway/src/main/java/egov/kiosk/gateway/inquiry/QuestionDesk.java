package egov.kiosk.gateway.inquiry;

import egov.kiosk.contract.CanonicalQuestionCodec;
import egov.kiosk.contract.Topics;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.envelope.OpenedEnvelope;
import egov.kiosk.crypto.envelope.Sm4ChunkCipher;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.fleet.ChunkCipher;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.gateway.keys.GatewayKeys;
import egov.kiosk.gateway.line.Outlet;
import egov.kiosk.gateway.line.UpListener;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens questions, asks the books, and signs answers that only who asked can read. Keeps nothing,
 * and logs of a question its purpose at most. A question that is not a kiosk's own, expired, or no
 * question gets silence.
 */
public final class QuestionDesk implements UpListener {
  private static final Logger LOG = LoggerFactory.getLogger(QuestionDesk.class);

  /** Kiosks' clocks may be so far off. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final GatewayKeys keys;
  private final Books books;
  private final Outlet outlet;
  private final InstantSource clock;
  private final CanonicalQuestionCodec codec = new CanonicalQuestionCodec();
  private final ChunkCipher cipher = new Sm4ChunkCipher(new SecureRandom());
  private boolean troubled;

  /**
   * @param keys open questions and sign answers
   * @param outlet the way to the kiosks
   * @param clock judges whether a question is still waited for
   */
  public QuestionDesk(GatewayKeys keys, Books books, Outlet outlet, InstantSource clock) {
    this.keys = Objects.requireNonNull(keys, "keys");
    this.books = Objects.requireNonNull(books, "books");
    this.outlet = Objects.requireNonNull(outlet, "outlet");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public Set<UpChannel> channels() {
    return Set.of(UpChannel.QUESTION);
  }

  @Override
  public void received(UpChannel channel, String kioskId, byte[] payload) {
    try {
      OpenedEnvelope opened = keys.opener().open(payload);
      Question question = codec.decodeQuestion(opened.content());
      if (opened.kioskId().equals(kioskId)
          && question.kioskId().equals(kioskId)
          && current(question)) {
        send(question, answer(question));
      }
    } catch (CryptoException | MalformedMessageException e) {
      LOG.warn("{} sent something as a question that is none", kioskId);
    }
  }

  private boolean current(Question question) {
    Instant now = clock.instant();
    return now.isBefore(question.expiresAt().plus(TOLERANCE))
        && question.askedAt().isBefore(now.plus(TOLERANCE));
  }

  private Optional<InquiryAnswer> answer(Question question) {
    if (!Plausible.is(question)) {
      return Optional.of(InquiryAnswer.NOTHING);
    }
    try {
      InquiryAnswer answer = books.answer(question);
      troubled = false;
      return Optional.of(answer);
    } catch (IOException e) {
      if (!troubled) {
        troubled = true;
        // Not its words: they are a province's own system's, and may name somebody.
        LOG.error(
            "The books cannot be asked now ({}); their operator looks at them",
            e.getClass().getSimpleName());
      }
      return Optional.empty();
    }
  }

  private void send(Question question, Optional<InquiryAnswer> answer) throws CryptoException {
    byte[] plain = codec.encodeAnswer(answer);
    byte[] sealed = cipher.seal(question.answerKey(), question.id(), 0, plain);
    Arrays.fill(plain, (byte) 0);
    Order order =
        new Order.Answer(
            question.kioskId(),
            clock.instant(),
            question.id().value(),
            Base64.getEncoder().encodeToString(sealed));
    outlet
        .send(Topics.of(DownChannel.ANSWER, question.kioskId()), keys.orders().sign(order), false)
        .whenComplete((taken, failure) -> LOG.debug("Answered {}: {}", question.kioskId(), taken));
  }
}
