package egov.kiosk.domain.inquiry;

import java.time.Duration;

/**
 * Asks the platform for a citizen who waits. Whoever implements it seals the question for the
 * platform, believes only an answer the platform signed for this kiosk and this question, and keeps
 * neither. Safe for use by several threads.
 */
public interface Inquiries {
  /**
   * Asks; blocks until there is an answer, the time is over, or the thread is interrupted (which
   * counts as no answer, and stays set).
   *
   * @param question what is asked; it is not queued
   * @param timeout how long to wait at most
   * @return what the platform says, possibly nothing
   * @throws InquiryException when there is no answer in time
   */
  InquiryAnswer ask(Asking question, Duration timeout) throws InquiryException;
}
