package egov.kiosk.domain.transaction;

import java.util.Objects;

/**
 * Why one answer was refused. Carries no value: the screen still has it.
 *
 * @param questionId which question
 * @param code what is wrong
 * @param limit the number the rule speaks of (characters allowed, digits needed), 0 when none
 */
public record FieldError(String questionId, Code code, int limit) {
  /** What can be wrong with an answer. */
  public enum Code {
    /** Required, but empty. */
    MISSING,
    /** More characters than {@code limit}. */
    TOO_LONG,
    /** Not {@code limit} digits, or not only digits. */
    NOT_DIGITS,
    /** Not one of the choices. */
    NOT_A_CHOICE,
    /** Not a day of the calendar. */
    NOT_A_DATE,
    /** Holds a character that cannot be typed here. */
    BAD_CHARACTER,
    /** The service item has no such question. */
    UNKNOWN_QUESTION,
    /** Taken from the card; not for change. */
    READ_ONLY
  }

  public FieldError {
    Objects.requireNonNull(questionId, "questionId");
    Objects.requireNonNull(code, "code");
  }
}
