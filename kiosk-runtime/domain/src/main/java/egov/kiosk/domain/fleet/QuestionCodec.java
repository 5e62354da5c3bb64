package egov.kiosk.domain.fleet;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import java.util.Optional;

/**
 * Turns questions into the exact bytes that are signed, and what an answer holds back. Safe for
 * several threads.
 */
public interface QuestionCodec {
  /** The canonical bytes of a question. */
  byte[] encode(Question question);

  /**
   * Reads what an answer holds, after it was decrypted.
   *
   * @return empty when the platform says that it cannot answer now
   * @throws MalformedMessageException when the bytes are not exactly such content
   */
  Optional<InquiryAnswer> decodeAnswer(byte[] bytes) throws MalformedMessageException;
}
