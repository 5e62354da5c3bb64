package egov.kiosk.flow.view;

import egov.kiosk.domain.citizen.ShownLanguage;

/** The fixed words of a slip, in both languages; {@code %s} is filled in. */
enum SlipWords {
  RECEIPT("办事回执", "Receipt"),
  ITEM("办什么：", "For: "),
  OFFICIAL("受理号（查进度用）：", "Acceptance number (to ask how far it is):"),
  PROVISIONAL("临时号：", "Provisional number:"),
  PROVISIONAL_NOTE(
      "这是临时号。平台收到后会给正式受理号，您不用再来办一次。",
      "This number is provisional. The platform gives the official one when it has received your"
          + " application; you need not apply again."),
  NAME("姓名：", "Name: "),
  NUMBER("证号：", "ID number: "),
  RARE_NAME(
      "姓名含特殊字，已按证件原样记录。", "The name has a rare character; it is recorded exactly as on the card."),
  TIME("时间：", "Time: "),
  ANSWER_IN("什么时候有结果：", "Result: "),
  NO_PHONE(
      "您没有手机，不发短信。要问结果，请拨%s。",
      "You have no mobile phone, so no message is sent. To ask for the result call %s."),
  NOT_PRINTED(AnswerIn.NOT_PRINTED, AnswerIn.NOT_PRINTED_ENGLISH),
  PAY("手机扫一扫，交给%s", "Scan to pay %s"),
  SCAN("手机扫一扫，留下号码", "Scan to keep the number"),
  NOTHING("没有查到记录。", "No record was found."),
  NO_PROOF("只给您自己看，不能当证明用。", "For yourself only; it proves nothing to others."),
  ASK("有问题请拨：%s", "Questions? Call %s"),
  KEEP("请收好，不要给别人看。", "Keep it safe and show it to nobody."),
  QR_OFFICIAL("受理号 ", "Acceptance number "),
  QR_PROVISIONAL("临时号 ", "Provisional number "),
  QR_ASK("查进度请拨%s", "To ask how far it is call %s");

  private final String chinese;
  private final String english;

  SlipWords(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  String in(ShownLanguage language, Object... filled) {
    return String.format(language == ShownLanguage.EN ? english : chinese, filled);
  }
}
