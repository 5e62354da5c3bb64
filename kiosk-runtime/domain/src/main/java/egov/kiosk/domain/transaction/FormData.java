package egov.kiosk.domain.transaction;

import egov.kiosk.domain.citizen.Credential;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form, filled in and checked against its questions (表单数据). Can only exist when every answer
 * fits. Immutable; keeps the order of the questions. {@link #toString()} shows no value.
 */
public final class FormData {
  private final Map<String, String> values;

  private FormData(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /** A form without questions. */
  public static FormData empty() {
    return new FormData(new LinkedHashMap<>());
  }

  /**
   * Fills the form in from card and answers.
   *
   * @param questions the form's questions
   * @param answers what the citizen answered, by question id; questions taken from the card are not
   *     among them
   * @param card what the citizen showed, when anything was
   * @throws FormRejectedException when an answer does not fit, is unknown, or stands in for the
   *     card
   */
  public static FormData of(
      List<FormQuestion> questions,
      Map<String, String> answers,
      Optional<? extends Credential> card)
      throws FormRejectedException {
    List<FieldError> errors = new ArrayList<>(unknown(questions, answers));
    Map<String, String> values = new LinkedHashMap<>();
    for (FormQuestion question : questions) {
      String value;
      if (question.fromCard().isPresent()) {
        if (answers.containsKey(question.id())) {
          errors.add(new FieldError(question.id(), FieldError.Code.READ_ONLY, 0));
        }
        value = fromCard(question.fromCard().get(), card);
      } else {
        value = answers.getOrDefault(question.id(), "");
        question.check(value).ifPresent(errors::add);
      }
      if (!value.isEmpty()) {
        values.put(question.id(), value);
      }
    }
    if (!errors.isEmpty()) {
      throw new FormRejectedException(errors);
    }
    return new FormData(values);
  }

  private static String fromCard(CardField field, Optional<? extends Credential> card) {
    return card.isPresent() ? field.of(card.get()) : "";
  }

  /**
   * Checks only the answers that are there, for a form that is filled in page by page.
   *
   * @throws FormRejectedException when one of them does not fit
   */
  public static void checkPartial(List<FormQuestion> questions, Map<String, String> answers)
      throws FormRejectedException {
    List<FieldError> errors = new ArrayList<>(unknown(questions, answers));
    for (FormQuestion question : questions) {
      String value = answers.get(question.id());
      if (value == null) {
        continue;
      }
      if (question.fromCard().isPresent()) {
        errors.add(new FieldError(question.id(), FieldError.Code.READ_ONLY, 0));
      } else {
        question.check(value).ifPresent(errors::add);
      }
    }
    if (!errors.isEmpty()) {
      throw new FormRejectedException(errors);
    }
  }

  private static List<FieldError> unknown(
      List<FormQuestion> questions, Map<String, String> answers) {
    return answers.keySet().stream()
        .filter(id -> questions.stream().noneMatch(question -> question.id().equals(id)))
        .limit(questions.size() + 1L)
        .map(id -> new FieldError("", FieldError.Code.UNKNOWN_QUESTION, 0))
        .toList();
  }

  /** The answers by question id, in the order of the questions; unmodifiable. Personal data. */
  public Map<String, String> values() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FormData data && data.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return "FormData" + values.keySet();
  }
}
