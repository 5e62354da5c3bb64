package egov.kiosk.domain.transaction;

import egov.kiosk.domain.transaction.FieldError.Code;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One question of a form (表单项).
 *
 * @param id unique within the form: a lower-case letter, then letters or digits, at most 32
 * @param label the question itself, as the screen asks it
 * @param labelEnglish the question in English
 * @param hint one more line of help, may be empty
 * @param kind what kind of answer it takes
 * @param required whether an answer must be given
 * @param maxLength most characters allowed, 1 to 500
 * @param choices for {@link FieldKind#CHOICE}, at least two; else empty
 * @param fromCard the card field it is taken from; such a question is not asked and not changed
 * @param fromPlatform the field of the platform's books that is offered as its answer, 1 to 64
 *     letters, digits, dots or hyphens; the citizen may correct it
 * @param days for a {@link FieldKind#CHOICE} of days, in place of its choices
 * @param phoneNeeded for a required {@link FieldKind#PHONE} that cannot do without: why, and where
 *     else; without it {@link #NO_PHONE} is an answer
 * @param hintEnglish the hint in English, may be empty
 */
public record FormQuestion(
    String id,
    String label,
    String labelEnglish,
    String hint,
    FieldKind kind,
    boolean required,
    int maxLength,
    List<Choice> choices,
    Optional<CardField> fromCard,
    Optional<String> fromPlatform,
    Optional<OpenDays> days,
    Optional<PhoneNeed> phoneNeeded,
    String hintEnglish) {

  /**
   * The answer of somebody who has no mobile phone (没有手机). It is an answer and not a gap: whoever
   * receives the form knows that nobody forgot to ask, and that no message can be sent.
   */
  public static final String NO_PHONE = "NONE";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
  private static final int PHONE_DIGITS = 11;

  public FormQuestion {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(labelEnglish, "labelEnglish");
    Objects.requireNonNull(hint, "hint");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(fromCard, "fromCard");
    Objects.requireNonNull(hintEnglish, "hintEnglish");
    choices = List.copyOf(choices);
    if (!id.matches("[a-z][A-Za-z0-9]{0,31}")) {
      throw new IllegalArgumentException(
          "a question id is a lower-case letter followed by at most 31 letters or digits");
    }
    if (maxLength < 1 || maxLength > 500) {
      throw new IllegalArgumentException("maxLength lies in 1..500");
    }
    if (days.isPresent()
        ? kind != FieldKind.CHOICE || !choices.isEmpty()
        : (kind == FieldKind.CHOICE) != (choices.size() >= 2)) {
      throw new IllegalArgumentException(
          "a CHOICE has at least two choices or days, others have none");
    }
    if (fromPlatform.isPresent()
        && (fromCard.isPresent() || !fromPlatform.get().matches("[A-Za-z0-9.-]{1,64}"))) {
      throw new IllegalArgumentException(
          "fromPlatform is letters, digits, dots and hyphens, and stands without fromCard");
    }
    if (phoneNeeded.isPresent() && (kind != FieldKind.PHONE || !required)) {
      throw new IllegalArgumentException("phoneNeeded stands on a required PHONE alone");
    }
  }

  /** A question whose hint has no English. */
  public FormQuestion(
      String id,
      String label,
      String labelEnglish,
      String hint,
      FieldKind kind,
      boolean required,
      int maxLength,
      List<Choice> choices,
      Optional<CardField> fromCard,
      Optional<String> fromPlatform,
      Optional<OpenDays> days,
      Optional<PhoneNeed> phoneNeeded) {
    this(
        id,
        label,
        labelEnglish,
        hint,
        kind,
        required,
        maxLength,
        choices,
        fromCard,
        fromPlatform,
        days,
        phoneNeeded,
        "");
  }

  /** A question whose answer comes from the citizen or from the card, and is no day. */
  public FormQuestion(
      String id,
      String label,
      String labelEnglish,
      String hint,
      FieldKind kind,
      boolean required,
      int maxLength,
      List<Choice> choices,
      Optional<CardField> fromCard) {
    this(
        id,
        label,
        labelEnglish,
        hint,
        kind,
        required,
        maxLength,
        choices,
        fromCard,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Whether {@link #NO_PHONE} is an answer: a phone is asked for, and nothing says that it takes
   * one. A question that need not be answered is simply left out.
   */
  public boolean mayLackPhone() {
    return kind == FieldKind.PHONE && required && phoneNeeded.isEmpty();
  }

  /** The question as it is asked on a day: one that offers days offers those. */
  public FormQuestion on(LocalDate today) {
    return days.map(
            open ->
                new FormQuestion(
                    id,
                    label,
                    labelEnglish,
                    hint,
                    kind,
                    required,
                    maxLength,
                    open.on(today),
                    fromCard,
                    fromPlatform,
                    Optional.empty(),
                    Optional.empty(),
                    hintEnglish))
        .orElse(this);
  }

  /**
   * Checks an answer.
   *
   * @param value the answer; empty means none given
   * @return why it is refused, or empty when it is fine
   */
  public Optional<FieldError> check(String value) {
    if (value.isEmpty()) {
      return required ? refuse(Code.MISSING, 0) : Optional.empty();
    }
    if (value.codePointCount(0, value.length()) > maxLength) {
      return refuse(Code.TOO_LONG, maxLength);
    }
    if (value.codePoints().anyMatch(FormQuestion::unprintable)) {
      return refuse(Code.BAD_CHARACTER, 0);
    }
    return switch (kind) {
      case TEXT -> value.isBlank() ? refuse(Code.MISSING, 0) : Optional.empty();
      case PHONE ->
          value.matches("1[0-9]{10}") || (mayLackPhone() && value.equals(NO_PHONE))
              ? Optional.empty()
              : refuse(Code.NOT_DIGITS, PHONE_DIGITS);
      case NUMBER -> value.matches("[0-9]+") ? Optional.empty() : refuse(Code.NOT_DIGITS, 0);
      case CHOICE ->
          choices.stream().anyMatch(choice -> choice.value().equals(value))
              ? Optional.empty()
              : refuse(Code.NOT_A_CHOICE, 0);
      case DATE -> isDay(value) ? Optional.empty() : refuse(Code.NOT_A_DATE, 0);
    };
  }

  private Optional<FieldError> refuse(Code code, int limit) {
    return Optional.of(new FieldError(id, code, limit));
  }

  private static boolean unprintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static boolean isDay(String value) {
    try {
      LocalDate.parse(value, DAY);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
