package egov.kiosk.flow;

import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.device.Slip.Align;
import egov.kiosk.domain.device.Slip.Line;
import egov.kiosk.domain.device.Slip.Size;
import egov.kiosk.domain.device.Slip.Text;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.transaction.Guide;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.domain.transaction.PaymentHandover;
import egov.kiosk.domain.transaction.ServiceItem;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a citizen takes home on paper (回执): what was handed in, the number, when there will be an
 * answer, and whom to ask. Name and number are masked, since paper gets lost.
 */
final class SlipText {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int LONGEST_QR = 500;

  /** No table of ours says what such a character looks like: it stands in the books as it is. */
  private static final String RARE_NAME = "姓名含特殊字，已按证件原样记录。";

  private final Settings settings;

  SlipText(Settings settings) {
    this.settings = settings;
  }

  /** The slip of an accepted transaction, with the number that is known now. */
  Slip receipt(Session session) {
    ServiceItem item = session.item();
    Acceptance acceptance = session.acceptance();
    boolean official = acceptance.officialNumber().isPresent();
    List<Line> lines = new ArrayList<>(heading("办事回执"));
    lines.add(Text.of("办什么：" + item.name()));
    lines.add(Text.of(official ? "受理号（查进度用）：" : "临时号："));
    lines.add(new Text(grouped(acceptance.shownNumber()), Size.DOUBLE, Align.CENTRE));
    if (!official) {
      lines.add(Text.of("这是临时号。平台收到后会给正式受理号，您不用再来办一次。"));
    }
    lines.add(new Slip.Space(1));
    session
        .dossier()
        .shown()
        .ifPresent(
            card -> {
              lines.add(Text.of("姓名：" + card.name().masked()));
              lines.add(Text.of("证号：" + card.number().masked()));
              if (card.name().privateUse()) {
                lines.add(Text.of(RARE_NAME));
              }
            });
    lines.add(Text.of("时间：" + moment(acceptance.acceptedAt())));
    for (Material material : item.materials()) {
      lines.add(Text.of(material.label() + "：" + MaterialViews.state(session, material)));
    }
    String answerIn = AnswerIn.of(session);
    if (!answerIn.isEmpty()) {
      lines.add(Text.of("什么时候有结果：" + answerIn));
    }
    if (NoPhone.said(session)) {
      lines.add(Text.of("您没有手机，不发短信。要问结果，请拨" + settings.helpPhone() + "。"));
    }
    if (item.printedHere()) {
      lines.add(Text.of(AnswerIn.NOT_PRINTED));
    }
    lines.add(new Slip.Rule());
    lines.add(new Slip.QrCode(qr(session)));
    String below =
        payment(session).map(payment -> "手机扫一扫，交给" + payment.payee()).orElse("手机扫一扫，留下号码");
    lines.add(new Text(below, Size.NORMAL, Align.CENTRE));
    lines.addAll(closing());
    return new Slip(lines);
  }

  /** The answer of the platform's books on paper. */
  Slip result(Session session, Instant now) {
    InquiryAnswer answer = session.acceptance().answer();
    List<Line> lines = new ArrayList<>(heading(session.item().name()));
    session.dossier().shown().ifPresent(card -> lines.add(Text.of("姓名：" + card.name().masked())));
    for (InquiryAnswer.Row row : answer.rows()) {
      lines.add(Text.of(row.label() + "：" + row.value()));
    }
    if (answer.rows().isEmpty()) {
      lines.add(Text.of("没有查到记录。"));
    }
    lines.add(new Slip.Space(1));
    lines.add(Text.of("时间：" + (answer.asOf().isEmpty() ? moment(now) : answer.asOf())));
    lines.add(Text.of("只给您自己看，不能当证明用。"));
    lines.addAll(closing());
    return new Slip(lines);
  }

  /** A guide on paper. */
  Slip guide(ServiceItem item, Instant now) {
    Guide guide = item.guide().orElseThrow();
    List<Line> lines = new ArrayList<>(heading(guide.title()));
    for (String paragraph : guide.paragraphs()) {
      lines.add(Text.of(paragraph));
      lines.add(new Slip.Space(1));
    }
    lines.add(Text.of("时间：" + moment(now)));
    lines.addAll(closing());
    return new Slip(lines);
  }

  /**
   * What the QR code on screen and paper holds: plain words, readable by any phone; for a payment
   * the address it goes on at, once the platform gave the number the collector knows it by.
   */
  String qr(Session session) {
    Acceptance acceptance = session.acceptance();
    Optional<PaymentHandover> payment = payment(session);
    if (payment.isPresent()) {
      return payment.get().urlFor(acceptance.shownNumber());
    }
    String words =
        (acceptance.officialNumber().isPresent() ? "受理号 " : "临时号 ")
            + acceptance.shownNumber()
            + "\n"
            + session.item().name()
            + "\n"
            + moment(acceptance.acceptedAt())
            + "\n"
            + settings.site()
            + "\n查进度请拨"
            + settings.helpPhone();
    return words.length() > LONGEST_QR ? words.substring(0, LONGEST_QR) : words;
  }

  private static Optional<PaymentHandover> payment(Session session) {
    return session
        .item()
        .profile()
        .payment()
        .filter(known -> session.acceptance().officialNumber().isPresent());
  }

  private List<Line> heading(String title) {
    return List.of(
        new Text(title, Size.DOUBLE, Align.CENTRE),
        new Text(settings.site(), Size.NORMAL, Align.CENTRE),
        new Slip.Rule());
  }

  private List<Line> closing() {
    return List.of(
        new Slip.Rule(), Text.of("有问题请拨：" + settings.helpPhone()), Text.of("请收好，不要给别人看。"));
  }

  private String moment(Instant instant) {
    return MOMENT.format(instant.atZone(settings.zone()));
  }

  /** Digits in groups of four, as they are read out; any other number as it is. */
  private static String grouped(String number) {
    return number.matches("[0-9]{5,}") ? number.replaceAll("([0-9]{4})(?=[0-9])", "$1 ") : number;
  }
}
