package egov.kiosk.domain.field;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a grid worker looks after somebody for (人员标签). */
public enum Tag {
  /** Old (老). */
  ELDERLY,
  /** Disabled (残). */
  DISABLED,
  /** Alone (孤). */
  ALONE,
  /** On the basic allowance (低保). */
  LOW_INCOME,
  /** Lives there for rent (出租). */
  TENANT;

  /** The tag of that name. */
  public static Optional<Tag> of(String name) {
    return Arrays.stream(values()).filter(tag -> tag.name().equals(name)).findFirst();
  }

  /**
   * Tags as a form carries them: names with commas between, in the order of this list.
   *
   * @throws IllegalArgumentException when one of them is none
   */
  public static List<Tag> list(String joined) {
    return joined.isEmpty()
        ? List.of()
        : Arrays.stream(joined.split(",", -1)).map(Tag::valueOf).toList();
  }

  /** The opposite of {@link #list}; each tag once. */
  public static String join(List<Tag> tags) {
    return tags.stream()
        .distinct()
        .sorted(Comparator.naturalOrder())
        .map(Tag::name)
        .collect(Collectors.joining(","));
  }
}
