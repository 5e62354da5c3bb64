package egov.kiosk.contract.component;

import egov.kiosk.contract.CanonicalFleetCodec;
import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.contract.CanonicalQuestionCodec;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.fleet.FleetCodec;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.fleet.QuestionCodec;
import egov.kiosk.domain.fleet.Statement;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.RatingReason;
import egov.kiosk.domain.transaction.Transaction;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Offers the message codecs; nothing to configure. */
@Component(service = {MessageCodec.class, FleetCodec.class, QuestionCodec.class})
public final class ContractComponent implements MessageCodec, FleetCodec, QuestionCodec {
  private final MessageCodec codec = new CanonicalMessageCodec();
  private final FleetCodec fleet = new CanonicalFleetCodec();
  private final QuestionCodec questions = new CanonicalQuestionCodec();

  @Override
  public byte[] encode(Transaction transaction) {
    return codec.encode(transaction);
  }

  @Override
  public byte[] encode(Rating rating) {
    return codec.encode(rating);
  }

  @Override
  public byte[] encode(RatingReason reason) {
    return codec.encode(reason);
  }

  @Override
  public byte[] encodeReceipts(List<PlatformReceipt> receipts) {
    return codec.encodeReceipts(receipts);
  }

  @Override
  public List<PlatformReceipt> decodeReceipts(byte[] bytes) throws MalformedMessageException {
    return codec.decodeReceipts(bytes);
  }

  @Override
  public byte[] encode(Statement statement) {
    return fleet.encode(statement);
  }

  @Override
  public byte[] encode(Order order) {
    return fleet.encode(order);
  }

  @Override
  public Order decodeOrder(byte[] bytes) throws MalformedMessageException {
    return fleet.decodeOrder(bytes);
  }

  @Override
  public byte[] encode(Question question) {
    return questions.encode(question);
  }

  @Override
  public Optional<InquiryAnswer> decodeAnswer(byte[] bytes) throws MalformedMessageException {
    return questions.decodeAnswer(bytes);
  }
}
