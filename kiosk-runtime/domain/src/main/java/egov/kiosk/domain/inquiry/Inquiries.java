package egov.kiosk.domain.inquiry;

import egov.kiosk.domain.transaction.Transaction;
import java.time.Duration;

/**
 * Asks the platform's books for a citizen who waits (在线查询). Whoever implements it seals the
 * question and believes only an answer the platform signed. Safe for use by several threads.
 */
public interface Inquiries {
  /**
   * Asks; blocks until there is an answer.
   *
   * @param question who asks, with which consents and answers; it is not queued
   * @param timeout how long to wait at most
   * @return what the books say, possibly nothing
   * @throws InquiryException when there is no answer in time
   */
  InquiryAnswer ask(Transaction question, Duration timeout) throws InquiryException;
}
