package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.fleet.QuestionCodec;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import java.util.Optional;

/**
 * Questions and what answers hold as canonical JSON (RFC 8785), read as strictly as {@link
 * CanonicalMessageCodec} does. Safe for use by any thread.
 */
public final class CanonicalQuestionCodec implements QuestionCodec {
  @Override
  public byte[] encode(Question question) {
    return CanonicalJson.write(QuestionJson.write(question));
  }

  @Override
  public Optional<InquiryAnswer> decodeAnswer(byte[] bytes) throws MalformedMessageException {
    Members json = new Members("answer", StrictJson.read(bytes, StrictJson.LARGEST_ORDER));
    MessageHead.version(json);
    return AnswerJson.read(json);
  }

  /**
   * The platform's side: reads what a kiosk asks.
   *
   * @throws MalformedMessageException when it is not exactly a question of this contract
   */
  public Question decodeQuestion(byte[] bytes) throws MalformedMessageException {
    Members json = new Members("question", StrictJson.read(bytes));
    MessageHead.version(json);
    return QuestionJson.read(json);
  }

  /**
   * The platform's side: what an answer holds.
   *
   * @param answer empty when the platform cannot answer now
   */
  public byte[] encodeAnswer(Optional<InquiryAnswer> answer) {
    return CanonicalJson.write(AnswerJson.write(answer));
  }
}
