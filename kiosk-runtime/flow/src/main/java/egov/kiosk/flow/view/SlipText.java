package egov.kiosk.flow.view;

import egov.kiosk.domain.citizen.ShownLanguage;
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
import egov.kiosk.flow.session.Acceptance;
import egov.kiosk.flow.session.NoPhone;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.surroundings.Settings;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a citizen takes home on paper (回执): what was handed in, the number, when there will be an
 * answer, and whom to ask. Name and number are masked, since paper gets lost. In English an item
 * keeps its Chinese name beside the English one, for whoever reads the slip at a counter.
 */
public final class SlipText {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int LONGEST_QR = 500;

  private final Settings settings;
  private final ShownLanguage language;

  public SlipText(Settings settings, ShownLanguage language) {
    this.settings = settings;
    this.language = language;
  }

  /** In the language the citizen reads. */
  public static SlipText of(Session session, Settings settings) {
    return new SlipText(settings, session.language());
  }

  /** The slip of an accepted transaction, with the number that is known now. */
  public Slip receipt(Session session) {
    ServiceItem item = session.item();
    Acceptance acceptance = session.acceptance();
    boolean official = acceptance.officialNumber().isPresent();
    List<Line> lines = new ArrayList<>(heading(say(SlipWords.RECEIPT)));
    lines.add(Text.of(say(SlipWords.ITEM) + name(item)));
    lines.add(Text.of(say(official ? SlipWords.OFFICIAL : SlipWords.PROVISIONAL)));
    lines.add(new Text(grouped(acceptance.shownNumber()), Size.DOUBLE, Align.CENTRE));
    if (!official) {
      lines.add(Text.of(say(SlipWords.PROVISIONAL_NOTE)));
    }
    lines.add(new Slip.Space(1));
    session
        .dossier()
        .shown()
        .ifPresent(
            card -> {
              lines.add(Text.of(say(SlipWords.NAME) + card.name().masked()));
              lines.add(Text.of(say(SlipWords.NUMBER) + card.number().masked()));
              if (card.name().privateUse()) {
                // No table of ours says what such a character looks like.
                lines.add(Text.of(say(SlipWords.RARE_NAME)));
              }
            });
    lines.add(Text.of(say(SlipWords.TIME) + moment(acceptance.acceptedAt())));
    for (Material material : item.materials()) {
      String label = either(material.labelEnglish(), material.label());
      lines.add(Text.of(row(label, MaterialViews.state(session, material, language))));
    }
    String answerIn = either(AnswerIn.english(session), AnswerIn.of(session));
    if (!answerIn.isEmpty()) {
      lines.add(Text.of(say(SlipWords.ANSWER_IN) + answerIn));
    }
    if (NoPhone.said(session)) {
      lines.add(Text.of(say(SlipWords.NO_PHONE, settings.helpPhone())));
    }
    if (item.printedHere()) {
      lines.add(Text.of(say(SlipWords.NOT_PRINTED)));
    }
    lines.add(new Slip.Rule());
    lines.add(new Slip.QrCode(qr(session)));
    String below =
        payment(session)
            .map(to -> say(SlipWords.PAY, either(to.payeeEnglish(), to.payee())))
            .orElse(say(SlipWords.SCAN));
    lines.add(new Text(below, Size.NORMAL, Align.CENTRE));
    lines.addAll(closing());
    return new Slip(lines);
  }

  /** The answer of the platform's books on paper. */
  public Slip result(Session session, Instant now) {
    InquiryAnswer answer = session.acceptance().answer();
    List<Line> lines = new ArrayList<>(heading(name(session.item())));
    session
        .dossier()
        .shown()
        .ifPresent(card -> lines.add(Text.of(say(SlipWords.NAME) + card.name().masked())));
    for (InquiryAnswer.Row found : answer.rows()) {
      lines.add(Text.of(row(found.label(), found.value())));
    }
    if (answer.rows().isEmpty()) {
      lines.add(Text.of(say(SlipWords.NOTHING)));
    }
    lines.add(new Slip.Space(1));
    String time = answer.asOf().isEmpty() ? moment(now) : answer.asOf();
    lines.add(Text.of(say(SlipWords.TIME) + time));
    lines.add(Text.of(say(SlipWords.NO_PROOF)));
    lines.addAll(closing());
    return new Slip(lines);
  }

  /** A guide on paper. */
  public Slip guide(ServiceItem item, Instant now) {
    Guide guide = item.guide().orElseThrow();
    boolean english = language == ShownLanguage.EN && !guide.titleEnglish().isEmpty();
    List<Line> lines = new ArrayList<>(heading(either(guide.titleEnglish(), guide.title())));
    for (String paragraph : english ? guide.paragraphsEnglish() : guide.paragraphs()) {
      lines.add(Text.of(paragraph));
      lines.add(new Slip.Space(1));
    }
    lines.add(Text.of(say(SlipWords.TIME) + moment(now)));
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
    boolean official = acceptance.officialNumber().isPresent();
    String words =
        String.join(
            "\n",
            say(official ? SlipWords.QR_OFFICIAL : SlipWords.QR_PROVISIONAL)
                + acceptance.shownNumber(),
            name(session.item()),
            moment(acceptance.acceptedAt()),
            settings.site(),
            say(SlipWords.QR_ASK, settings.helpPhone()));
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
        new Slip.Rule(),
        Text.of(say(SlipWords.ASK, settings.helpPhone())),
        Text.of(say(SlipWords.KEEP)));
  }

  private String say(SlipWords words, Object... filled) {
    return words.in(language, filled);
  }

  /** The English text where that is read and there is one. */
  private String either(String english, String chinese) {
    return language == ShownLanguage.EN && !english.isEmpty() ? english : chinese;
  }

  private String name(ServiceItem item) {
    return language == ShownLanguage.EN ? item.nameEnglish() + " " + item.name() : item.name();
  }

  private String row(String label, String value) {
    return label + (language == ShownLanguage.EN ? ": " : "：") + value;
  }

  private String moment(Instant instant) {
    return MOMENT.format(instant.atZone(settings.zone()));
  }

  /** Digits in groups of four, as they are read out; any other number as it is. */
  private static String grouped(String number) {
    return number.matches("[0-9]{5,}") ? number.replaceAll("([0-9]{4})(?=[0-9])", "$1 ") : number;
  }
}
