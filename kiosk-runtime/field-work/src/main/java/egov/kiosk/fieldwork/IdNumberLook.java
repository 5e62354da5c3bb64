package egov.kiosk.fieldwork;

import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.fieldwork.desk.DraftView.NumberProblem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Says which character of a typed ID number is wrong, so that it can be compared with the card. */
final class IdNumberLook {
  private static final int LENGTH = 18;

  private IdNumberLook() {}

  /** Why it is none; empty when it is one, or nothing. */
  static Optional<NumberProblem> problem(String typed) {
    if (typed.isEmpty() || valid(typed)) {
      return Optional.empty();
    }
    if (typed.length() != LENGTH) {
      return Optional.of(new NumberProblem("LENGTH", typed.codePointCount(0, typed.length())));
    }
    for (int i = 0; i < LENGTH; i++) {
      char one = typed.charAt(i);
      boolean fits = one >= '0' && one <= '9' || i == LENGTH - 1 && one == 'X';
      if (!fits) {
        return Optional.of(new NumberProblem("CHARACTER", i + 1));
      }
    }
    return Optional.of(
        born(typed) ? new NumberProblem("CHECK", LENGTH) : new NumberProblem("DATE", 7));
  }

  private static boolean valid(String typed) {
    try {
      IdNumber.of(typed);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean born(String typed) {
    try {
      LocalDate.of(
          Integer.parseInt(typed.substring(6, 10)),
          Integer.parseInt(typed.substring(10, 12)),
          Integer.parseInt(typed.substring(12, 14)));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
