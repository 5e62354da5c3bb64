package egov.kiosk.domain.rest;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Where something sealed lies: what is moved to another table or another row does not open there.
 *
 * @param table what holds it, 1 to 64 of a-z, 0-9, dot and hyphen, e.g. {@code outbox.message}
 * @param id which one of that table, 1 to 128 printable ASCII characters
 */
public record RestPlace(String table, String id) {
  private static final int LONGEST_TABLE = 64;
  private static final int LONGEST_ID = 128;

  /**
   * @throws IllegalArgumentException when a part is none
   */
  public RestPlace {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(id, "id");
    if (!fits(table, LONGEST_TABLE) || !fits(id, LONGEST_ID) || table.indexOf('/') >= 0) {
      throw new IllegalArgumentException("a place has a short table and id in printable ASCII");
    }
  }

  private static boolean fits(String text, int longest) {
    boolean fits = !text.isEmpty() && text.length() <= longest;
    for (int i = 0; fits && i < text.length(); i++) {
      fits = text.charAt(i) > ' ' && text.charAt(i) < 127;
    }
    return fits;
  }

  /** The place in bytes; no two places have the same, as a table has no slash. */
  public byte[] bytes() {
    return (table + "/" + id).getBytes(StandardCharsets.US_ASCII);
  }
}
