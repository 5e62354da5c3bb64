package egov.kiosk.fieldwork;

import egov.kiosk.domain.field.Household;
import egov.kiosk.domain.field.Person;
import java.util.Set;
import java.util.regex.Pattern;

/** Which fields of a form are a household's, and which are nobody's to type. */
final class HouseFields {
  private static final Pattern OF_PERSON =
      Pattern.compile("p([1-9]|1[0-2])(" + String.join("|", Person.PARTS) + ")");
  private static final Set<String> OWN = Set.of(Household.ADDRESS, Household.USE, Household.NOTE);
  private static final Set<String> OURS =
      Set.of(
          "grid",
          "worker",
          "taskId",
          "houseId",
          NewHouse.FIELD,
          "revision",
          "points",
          "eventId",
          "cleared");

  private HouseFields() {}

  /** Whether a household has that field. */
  static boolean isOne(String field) {
    return OWN.contains(field) || OF_PERSON.matcher(field).matches();
  }

  /** Whether it speaks of somebody. */
  static boolean personal(String field) {
    return OF_PERSON.matcher(field).matches();
  }

  /** What the runtime fills in by itself. */
  static boolean reserved(String field) {
    return OURS.contains(field) || field.matches("t[0-9]{4}");
  }
}
