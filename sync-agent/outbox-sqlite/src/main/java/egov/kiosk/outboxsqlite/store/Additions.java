package egov.kiosk.outboxsqlite.store;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a schema has beyond another one, and whether a program that knows only the other can go on
 * as if it were not there: read, append, settle. Judged by the text of the definitions, as SQLite
 * keeps it, and by what is allowed rather than by what is not:
 *
 * <ul>
 *   <li>columns behind the known ones, which may be empty or have a fixed value, with no further
 *       condition;
 *   <li>indexes that demand nothing, of columns, not of expressions;
 *   <li>tables of their own, bound to no other.
 * </ul>
 */
final class Additions {
  private static final String COLUMN =
      "[a-z_0-9]+ (?:INTEGER|TEXT|BLOB|REAL|ANY)"
          + "(?: (?:NOT NULL )?DEFAULT (?:-?[0-9]+|'[^'()]*'))?";
  private static final Pattern COLUMNS = Pattern.compile("(?:\\s*,\\s*" + COLUMN + ")*\\s*");
  private static final Pattern INDEX =
      Pattern.compile(
          "CREATE INDEX [a-z_0-9]+ ON [a-z_0-9]+ \\([a-z_0-9, ]+\\)(?: WHERE [A-Za-z_0-9 =']+)?");
  private static final Pattern TABLE =
      Pattern.compile(
          "CREATE TABLE [a-z_0-9]+ \\(\\s*[a-z_0-9]+ (?:INTEGER|TEXT) PRIMARY KEY"
              + "(?:\\s*,\\s*[a-z_0-9]+ (?:INTEGER|TEXT|BLOB|REAL|ANY)(?: NOT NULL)?"
              + "(?: DEFAULT (?:-?[0-9]+|'[^'()]*'))?)*\\s*\\) STRICT(?:, WITHOUT ROWID)?");

  private Additions() {}

  /**
   * Why a schema is not the other one with something added.
   *
   * @param known the definitions of the older one, by name
   * @param found those of the newer one
   * @return empty when it is
   */
  static Optional<String> objection(Map<String, String> known, Map<String, String> found) {
    for (Map.Entry<String, String> one : known.entrySet()) {
      String now = found.get(one.getKey());
      if (now == null) {
        return Optional.of(one.getKey() + " is gone");
      }
      if (!now.equals(one.getValue()) && !longer(one.getValue(), now)) {
        return Optional.of(one.getKey() + " is another one");
      }
    }
    Map<String, String> more = new TreeMap<>(found);
    more.keySet().removeAll(known.keySet());
    for (Map.Entry<String, String> one : more.entrySet()) {
      String text = one.getValue();
      if (!INDEX.matcher(text).matches() && !TABLE.matcher(text).matches()) {
        return Optional.of(one.getKey() + " is neither a plain index nor a plain table");
      }
    }
    return Optional.empty();
  }

  /** Where SQLite adds a column: behind the last one, before the parenthesis. */
  private static boolean longer(String known, String found) {
    int end = known.lastIndexOf(')');
    String head = known.substring(0, end);
    String tail = known.substring(end);
    return known.startsWith("CREATE TABLE ")
        && found.length() > known.length()
        && found.startsWith(head)
        && found.endsWith(tail)
        && COLUMNS.matcher(found.substring(end, found.length() - tail.length())).matches();
  }
}
