package egov.kiosk.gateway.inquiry;

import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import java.io.IOException;

/**
 * Where answers come from; a province connects its own systems here. Matches whole values only: a
 * record is the asking citizen's, by the number of a card a kiosk read, or by an acceptance number
 * and the telephone number left with it; a code from a telephone counts once. A certificate ({@link
 * egov.kiosk.domain.inquiry.AnswerDocument}) is its holder's, at the level of identity its item
 * asks for, and the same to the byte for every part. Called on one thread; answers within seconds.
 */
@FunctionalInterface
public interface Books {
  /**
   * Answers.
   *
   * @param question from a kiosk whose signature is good, not expired, and plausible
   * @return what the books say; {@link InquiryAnswer#NOTHING} when they hold nothing of this
   *     citizen's
   * @throws IOException when they cannot be read now; without personal data in its message
   */
  InquiryAnswer answer(Question question) throws IOException;
}
