package egov.kiosk.audit.record;

import java.util.regex.Pattern;

/**
 * Builds the members of a record's attributes as JSON, in the order they were put. For one thread.
 */
public final class Attributes {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,31}");
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9 ._:+/=-]{0,400}");

  private final StringBuilder out = new StringBuilder();

  /** Adds a word: printable, without anything JSON would have to escape. */
  public Attributes put(String name, String value) {
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a plain value for " + name);
    }
    return named(name, '"' + value + '"');
  }

  /** Adds a number, not negative. */
  public Attributes put(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException("not a count for " + name);
    }
    return named(name, Long.toString(value));
  }

  private Attributes named(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name of an attribute");
    }
    return checked(name, value);
  }

  /** Adds what its own type has checked already. */
  Attributes checked(String name, String value) {
    out.append(out.isEmpty() ? "" : ",").append('"').append(name).append("\":").append(value);
    return this;
  }

  /** What stands between the braces. */
  public String json() {
    return out.toString();
  }
}
