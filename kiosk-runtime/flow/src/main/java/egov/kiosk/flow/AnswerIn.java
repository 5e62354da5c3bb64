package egov.kiosk.flow;

/** When there is an answer, in the item's words; never more than this session can keep. */
final class AnswerIn {
  /** What a slip says where a certificate was asked for and none came. */
  static final String NOT_PRINTED = "这次没有打印证照。着急要，请到窗口。";

  private static final String LATER = "平台答复以后";

  private AnswerIn() {}

  /**
   * May be empty. A certificate that was promised at once and then only asked for is not printed
   * here any more.
   */
  static String of(Session session) {
    boolean handedIn =
        switch (session.state()) {
          case ACCEPTED, RATING -> true;
          default -> false;
        };
    return handedIn && session.item().printedHere() ? LATER : NoPhone.answerIn(session);
  }
}
