package egov.kiosk.downlink.inquiry;

import egov.kiosk.contract.CanonicalQuestionCodec;
import egov.kiosk.crypto.envelope.Sm4ChunkCipher;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.fleet.ChunkCipher;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.OrderVerifier;
import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.fleet.QuestionSealer;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Line and platform in one; signatures are stood for by knowing a message. */
final class AskedPlatform implements FleetLine, QuestionSealer, OrderVerifier {
  static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
  private static final String ID = "fz-gl-000001";

  final CanonicalQuestionCodec codec = new CanonicalQuestionCodec();
  final ChunkCipher cipher = new Sm4ChunkCipher(new SecureRandom());
  final List<Question> asked = new ArrayList<>();
  final Map<String, Order> signed = new HashMap<>();
  boolean online = true;
  boolean takes = true;
  Consumer<Question> behaviour = question -> answer(question, Optional.of(InquiryAnswer.NOTHING));
  final LineInquiries inquiries =
      new LineInquiries(
          new LineInquiries.Crypto(this, codec, this, cipher),
          () -> online ? Optional.of(this) : Optional.empty(),
          InstantSource.fixed(NOW),
          System::nanoTime);

  /** Answers a question as the platform does. */
  void answer(Question question, Optional<InquiryAnswer> answer) {
    answer(question, question.answerKey(), answer);
  }

  void answer(Question question, String key, Optional<InquiryAnswer> answer) {
    byte[] sealed = cipher.seal(key, question.id(), 0, codec.encodeAnswer(answer));
    String text = Base64.getEncoder().encodeToString(sealed);
    say(new Order.Answer(ID, NOW, question.id().value(), text));
  }

  /** Says something signed. */
  void say(Order order) {
    String message = "signed " + signed.size();
    signed.put(message, order);
    bytes(message);
  }

  /** Anything at all comes down. */
  void bytes(String message) {
    inquiries.received(DownChannel.ANSWER, message.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String kioskId() {
    return ID;
  }

  @Override
  public byte[] seal(Question question) {
    return codec.encode(question);
  }

  @Override
  public CompletionStage<Boolean> send(UpChannel channel, byte[] payload) {
    if (takes && channel == UpChannel.QUESTION) {
      try {
        Question question = codec.decodeQuestion(payload);
        asked.add(question);
        behaviour.accept(question);
      } catch (MalformedMessageException e) {
        throw new AssertionError(e);
      }
    }
    return CompletableFuture.completedFuture(takes);
  }

  @Override
  public int maxBytes() {
    return 64 * 1024;
  }

  @Override
  public Order verify(byte[] message) throws ReceiptRefusedException {
    Order order = signed.get(new String(message, StandardCharsets.UTF_8));
    if (order == null) {
      throw new ReceiptRefusedException(ReceiptRefusedException.Reason.BAD_SIGNATURE, "forged");
    }
    return order;
  }
}
