package egov.kiosk.domain.field;

import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.citizen.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody of a household (家庭成员), as the fields of a form say it. What is not typed yet is an empty
 * text. Shows nothing of itself but masked.
 *
 * @param index the place in the household, 1 to {@value Person#MOST}
 * @param name the name
 * @param number the ID number as typed, perhaps wrong
 * @param phone the telephone number
 * @param relation to the head of the household (与户主关系)
 * @param tags as {@link Tag#join} writes them
 */
public record Person(
    int index, String name, String number, String phone, String relation, String tags) {
  /** The most people of one household; more live in two. */
  public static final int MOST = 12;

  /** What is asked of each, in the order it is asked. */
  public static final List<String> PARTS = List.of("Name", "Number", "Phone", "Relation", "Tags");

  public Person {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(phone, "phone");
    Objects.requireNonNull(relation, "relation");
    Objects.requireNonNull(tags, "tags");
    if (index < 1 || index > MOST) {
      throw new IllegalArgumentException("a household has 1 to " + MOST + " people");
    }
  }

  /** The field of a form that holds a part of somebody, e.g. {@code p2Name}. */
  public static String field(int index, String part) {
    return "p" + index + part;
  }

  /** Everybody the fields speak of, in order of place. */
  public static List<Person> of(Map<String, String> fields) {
    List<Person> people = new ArrayList<>();
    for (int i = 1; i <= MOST; i++) {
      int index = i;
      List<String> said =
          PARTS.stream().map(part -> fields.getOrDefault(field(index, part), "")).toList();
      if (said.stream().anyMatch(text -> !text.isEmpty())) {
        people.add(new Person(i, said.get(0), said.get(1), said.get(2), said.get(3), said.get(4)));
      }
    }
    return people;
  }

  /** The name as it may be shown to anybody: {@code 张*}. */
  public String maskedName() {
    return name.isBlank() ? "" : new PersonName(name.strip()).masked();
  }

  /** The number as it may be shown; all of it hidden when it is none. */
  public String maskedNumber() {
    return valid().map(IdNumber::masked).orElseGet(() -> "*".repeat(number.length()));
  }

  /** The number, when its length and its check digit are right. */
  public Optional<IdNumber> valid() {
    try {
      return number.isEmpty() ? Optional.empty() : Optional.of(IdNumber.of(number));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Person[" + index + "]";
  }
}
