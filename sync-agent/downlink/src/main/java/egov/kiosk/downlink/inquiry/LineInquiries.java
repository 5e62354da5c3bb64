package egov.kiosk.downlink.inquiry;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.fleet.ChunkCipher;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.FleetListener;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.OrderVerifier;
import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.fleet.QuestionCodec;
import egov.kiosk.domain.fleet.QuestionSealer;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.Inquiries;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryException;
import egov.kiosk.domain.inquiry.InquiryException.Reason;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Asks over the line, on the thread of whoever asks; has none of its own. Each question has a key
 * of its own that only this call knows, so what comes late, twice or for somebody else opens
 * nothing. Nothing of it is stored or logged. Safe for use by several threads.
 */
public final class LineInquiries implements Inquiries, FleetListener {
  /** A screen has one citizen; further ones than these are refused at once. */
  private static final int MOST_WAITING = 4;

  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final Crypto crypto;
  private final Supplier<Optional<FleetLine>> line;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final List<Waiting> waiting = new CopyOnWriteArrayList<>();

  /** What seals, signs and reads. */
  public record Crypto(
      QuestionSealer sealer, QuestionCodec codec, OrderVerifier verifier, ChunkCipher cipher) {
    public Crypto {
      Objects.requireNonNull(sealer, "sealer");
      Objects.requireNonNull(codec, "codec");
      Objects.requireNonNull(verifier, "verifier");
      Objects.requireNonNull(cipher, "cipher");
    }
  }

  /**
   * @param line the line of the moment, if there is one
   * @param clock dates questions
   * @param nanos what waiting is measured by; never set back, such as {@link System#nanoTime}
   */
  public LineInquiries(
      Crypto crypto, Supplier<Optional<FleetLine>> line, InstantSource clock, LongSupplier nanos) {
    this.crypto = Objects.requireNonNull(crypto, "crypto");
    this.line = Objects.requireNonNull(line, "line");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.nanos = Objects.requireNonNull(nanos, "nanos");
  }

  @Override
  public InquiryAnswer ask(Asking asking, Duration timeout) throws InquiryException {
    FleetLine now =
        line.get().orElseThrow(() -> new InquiryException(Reason.NO_ANSWER, "there is no line"));
    Question question = question(asking, timeout);
    byte[] sealed = seal(question);
    Waiting mine = new Waiting(timeout, nanos);
    if (waiting.size() >= MOST_WAITING) {
      throw new InquiryException(Reason.NO_ANSWER, "too much is asked at once");
    }
    waiting.add(mine);
    try {
      send(now, sealed, mine);
      return await(question, mine);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InquiryException(Reason.NO_ANSWER, "nobody waits any more");
    } finally {
      waiting.remove(mine);
    }
  }

  @Override
  public void received(DownChannel channel, byte[] payload) {
    if (channel == DownChannel.ANSWER) {
      waiting.forEach(one -> one.came(payload));
    }
  }

  private Question question(Asking asking, Duration timeout) {
    return new Question(
        TransactionId.create(clock.instant()),
        crypto.sealer().kioskId(),
        clock.instant(),
        clock.instant().plus(timeout),
        crypto.cipher().newKey(),
        asking);
  }

  private byte[] seal(Question question) throws InquiryException {
    try {
      return crypto.sealer().seal(question);
    } catch (SealException e) {
      throw new InquiryException(Reason.UNAVAILABLE, "the question cannot be sealed");
    }
  }

  private static void send(FleetLine line, byte[] sealed, Waiting mine)
      throws InquiryException, InterruptedException {
    boolean sent = false;
    try {
      Duration left = mine.left().compareTo(SHORTEST) < 0 ? SHORTEST : mine.left();
      sent =
          sealed.length <= line.maxBytes()
              && line.send(UpChannel.QUESTION, sealed)
                  .toCompletableFuture()
                  .get(left.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // As good as not sent: nobody waits for it any more.
    }
    if (!sent) {
      throw new InquiryException(Reason.NO_ANSWER, "the line does not take the question");
    }
  }

  /** A forged answer ends nothing: the true one may still come. */
  private InquiryAnswer await(Question question, Waiting mine)
      throws InquiryException, InterruptedException {
    Reason reason = Reason.NO_ANSWER;
    Optional<byte[]> came = mine.next();
    while (came.isPresent()) {
      try {
        Optional<Optional<InquiryAnswer>> answer = read(question, came.get());
        if (answer.isPresent()) {
          return answer
              .get()
              .orElseThrow(
                  () -> new InquiryException(Reason.UNAVAILABLE, "the platform cannot answer now"));
        }
      } catch (ReceiptRefusedException | MalformedMessageException e) {
        reason = Reason.NOT_BELIEVED;
      }
      came = mine.next();
    }
    throw new InquiryException(reason, "no answer within the time");
  }

  /** Empty when it answers something else. */
  private Optional<Optional<InquiryAnswer>> read(Question question, byte[] payload)
      throws ReceiptRefusedException, MalformedMessageException {
    Order order = crypto.verifier().verify(payload);
    if (!(order instanceof Order.Answer answer)
        || !answer.questionId().equals(question.id().value())) {
      return Optional.empty();
    }
    byte[] sealed;
    try {
      sealed = Base64.getDecoder().decode(answer.sealed());
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException("an answer's content is Base64");
    }
    byte[] plain =
        crypto
            .cipher()
            .open(question.answerKey(), question.id(), 0, sealed)
            .orElseThrow(() -> new MalformedMessageException("an answer under another key"));
    try {
      return Optional.of(crypto.codec().decodeAnswer(plain));
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }
}
