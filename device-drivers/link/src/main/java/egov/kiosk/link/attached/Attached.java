package egov.kiosk.link.attached;

import java.util.Objects;

/**
 * Something plugged into the machine, as the kernel tells of it.
 *
 * @param kind what it can do
 * @param id the model: {@code 046d:c31c} for USB, the kernel's driver or name where there is none
 * @param place where it is, e.g. {@code input5} or {@code sdb}
 */
record Attached(Kind kind, String id, String place) implements Comparable<Attached> {
  /** What harm it can do. */
  enum Kind {
    /** Types or points: a keyboard, a mouse, a stick that says it is one. */
    INPUT,
    /** Keeps files. */
    STORAGE,
    /** Opens another way into the machine. */
    NETWORK
  }

  Attached {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(place, "place");
  }

  /** As it stands in the list of what may be there: the place may change, the model may not. */
  String model() {
    return kind + " " + id;
  }

  @Override
  public int compareTo(Attached other) {
    return toString().compareTo(other.toString());
  }
}
