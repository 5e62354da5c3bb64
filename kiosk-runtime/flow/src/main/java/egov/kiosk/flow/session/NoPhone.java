package egov.kiosk.flow.session;

import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.domain.transaction.FormQuestion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What follows when the citizen has no mobile phone, or left no number: nobody promises a message
 * that cannot come. Stateless.
 */
public final class NoPhone {
  /** As the last look and the sheet to take along say it. */
  public static final String WORDS = "没有手机";

  /** {@link #WORDS} in English. */
  public static final String ENGLISH = "No mobile phone";

  private static final String MESSAGE = "短信";
  private static final String MESSAGE_ENGLISH = "SMS";

  private NoPhone() {}

  /** Whether this is the answer of somebody without a phone. */
  public static boolean is(FormQuestion question, String answer) {
    return question.kind() == FieldKind.PHONE && answer.equals(FormQuestion.NO_PHONE);
  }

  /** Whether the citizen said so, and no other question got a number. */
  public static boolean said(Session session) {
    Map<String, String> answers = session.dossier().answers();
    return !reachable(session)
        && asked(session).stream()
            .anyMatch(question -> is(question, answers.getOrDefault(question.id(), "")));
  }

  /**
   * When there will be an answer, in the item's words; without the part of the sentence that
   * promises a message, where the item asked for a phone and got none.
   */
  public static String answerIn(Session session) {
    return without(session, session.item().answerIn(), MESSAGE, "，");
  }

  /** The same in English, where the item says it. */
  public static String answerInEnglish(Session session) {
    String words = session.item().profile().listing().answerInEnglish();
    return without(session, words, MESSAGE_ENGLISH, ", ");
  }

  private static String without(Session session, String words, String message, String between) {
    if (!words.contains(message) || asked(session).isEmpty() || reachable(session)) {
      return words;
    }
    return Arrays.stream(words.split("[，,；;] ?"))
        .filter(part -> !part.contains(message))
        .collect(Collectors.joining(between));
  }

  private static boolean reachable(Session session) {
    Map<String, String> answers = session.dossier().answers();
    return asked(session).stream()
        .map(question -> answers.getOrDefault(question.id(), ""))
        .anyMatch(answer -> !answer.isEmpty() && !answer.equals(FormQuestion.NO_PHONE));
  }

  private static List<FormQuestion> asked(Session session) {
    return session.item().questions().stream()
        .filter(question -> question.kind() == FieldKind.PHONE)
        .toList();
  }
}
