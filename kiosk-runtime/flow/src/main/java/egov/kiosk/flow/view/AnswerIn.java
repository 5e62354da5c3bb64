package egov.kiosk.flow.view;

import egov.kiosk.flow.session.NoPhone;
import egov.kiosk.flow.session.Session;

/** When there is an answer, in the item's words; never more than this session can keep. */
final class AnswerIn {
  /** What a slip says where a certificate was asked for and none came. */
  static final String NOT_PRINTED = "这次没有打印证照。着急要，请到窗口。";

  /** The same in English. */
  static final String NOT_PRINTED_ENGLISH =
      "No certificate was printed this time. If it is urgent, please go to the counter.";

  private static final String LATER = "平台答复以后";
  private static final String LATER_ENGLISH = "after the platform has answered";

  private AnswerIn() {}

  /**
   * May be empty. A certificate that was promised at once and then only asked for is not printed
   * here any more.
   */
  static String of(Session session) {
    return handedIn(session) ? LATER : NoPhone.answerIn(session);
  }

  /** The same in English; empty where the item says none. */
  static String english(Session session) {
    return handedIn(session) ? LATER_ENGLISH : NoPhone.answerInEnglish(session);
  }

  private static boolean handedIn(Session session) {
    boolean accepted =
        switch (session.state()) {
          case ACCEPTED, RATING, RATING_REASON -> true;
          default -> false;
        };
    return accepted && session.item().printedHere();
  }
}
