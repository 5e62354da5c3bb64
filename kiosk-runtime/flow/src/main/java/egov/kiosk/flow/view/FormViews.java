package egov.kiosk.flow.view;

import egov.kiosk.domain.citizen.Credential;
import egov.kiosk.domain.transaction.CardField;
import egov.kiosk.domain.transaction.Choice;
import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.PhoneNeed;
import egov.kiosk.flow.desk.QuestionView;
import egov.kiosk.flow.desk.ReviewRow;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.session.NoPhone;
import egov.kiosk.flow.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the questions, and the rows to check before handing in. Stateless. */
final class FormViews {
  private FormViews() {}

  /**
   * All questions with what is known; the citizen's own answers plain, so that they can be mended.
   */
  static SessionView.Form form(Session session) {
    Optional<Credential> card = session.dossier().shown();
    List<QuestionView> questions = new ArrayList<>();
    for (FormQuestion question : session.item().questions()) {
      String value =
          question
              .fromCard()
              .map(field -> card.map(field::maskedOf).orElse(""))
              .orElseGet(() -> answered(session, question));
      questions.add(
          new QuestionView(
              question.id(),
              question.label(),
              question.labelEnglish(),
              question.hint(),
              question.hintEnglish(),
              question.kind(),
              question.required(),
              question.maxLength(),
              question.choices(),
              value,
              question.fromCard().isPresent(),
              offered(session, question),
              question.mayLackPhone(),
              question.phoneNeeded().map(need -> need.why() + need.where()).orElse(""),
              question.phoneNeeded().map(PhoneNeed::english).orElse("")));
    }
    boolean masked = session.dossier().retrieved().anyOffered(session.dossier().answers());
    return new SessionView.Form(List.copyOf(questions), masked, session.revealed(), session.scan());
  }

  private static boolean offered(Session session, FormQuestion question) {
    return session.dossier().retrieved().offered(question, session.dossier().answers());
  }

  /** What the platform offered is masked; what the citizen typed is not. */
  private static String answered(Session session, FormQuestion question) {
    String answer = session.dossier().answers().getOrDefault(question.id(), "");
    boolean hidden =
        offered(session, question)
            && !session.revealed()
            && question.kind() != FieldKind.CHOICE
            && question.kind() != FieldKind.DATE;
    return hidden ? Masks.of(answer) : answer;
  }

  /** Who, and every answer; identifying values masked. */
  static List<ReviewRow> review(Session session) {
    List<ReviewRow> rows = new ArrayList<>();
    Optional<Credential> card = session.dossier().shown();
    List<FormQuestion> questions = session.item().questions();
    card.ifPresent(
        read -> {
          if (!takes(questions, CardField.NAME)) {
            rows.add(row("cardName", "姓名", "Name", CardField.NAME.maskedOf(read)));
          }
          if (!takes(questions, CardField.NUMBER)) {
            rows.add(row("cardNumber", "证号", "ID number", CardField.NUMBER.maskedOf(read)));
          }
        });
    for (FormQuestion question : questions) {
      if (question.fromCard().isPresent()) {
        String value = card.map(question.fromCard().get()::maskedOf).orElse("");
        rows.add(row(question.id(), question.label(), question.labelEnglish(), value));
      } else {
        String answer = session.dossier().answers().getOrDefault(question.id(), "");
        rows.add(
            new ReviewRow(
                question.id(),
                question.label(),
                question.labelEnglish(),
                readable(session, question, answer),
                english(question, answer),
                !session.supplementing()));
      }
    }
    rows.addAll(MaterialViews.review(session));
    return List.copyOf(rows);
  }

  private static ReviewRow row(String id, String label, String english, String value) {
    return new ReviewRow(id, label, english, value, "", false);
  }

  private static boolean takes(List<FormQuestion> questions, CardField field) {
    return questions.stream().anyMatch(question -> question.fromCard().equals(Optional.of(field)));
  }

  private static String readable(Session session, FormQuestion question, String answer) {
    boolean hidden =
        (question.kind() == FieldKind.PHONE && !NoPhone.is(question, answer))
            || (offered(session, question) && question.kind() == FieldKind.TEXT);
    return hidden ? Masks.of(answer) : plain(question, answer);
  }

  /** An answer as its label says it. */
  static String plain(FormQuestion question, String answer) {
    if (NoPhone.is(question, answer)) {
      return NoPhone.WORDS;
    }
    return question.choices().stream()
        .filter(choice -> choice.value().equals(answer))
        .map(Choice::label)
        .findFirst()
        .orElse(answer);
  }

  /** The same in English, where it is words of the item or ours; empty for what somebody wrote. */
  private static String english(FormQuestion question, String answer) {
    if (NoPhone.is(question, answer)) {
      return NoPhone.ENGLISH;
    }
    return question.choices().stream()
        .filter(choice -> choice.value().equals(answer))
        .map(Choice::labelEnglish)
        .findFirst()
        .orElse("");
  }
}
