package egov.kiosk.outboxsqlite.store;

import java.util.List;

/**
 * What takes a file to its next version.
 *
 * @param oldest the oldest version of the program that reads and writes a file after this step: its
 *     own number when the step changes what was there, a former one when it only adds. An update
 *     that is undone needs the version before
 * @param statements in SQL, run in one transaction
 */
public record SchemaStep(int oldest, List<String> statements) {
  public SchemaStep {
    statements = List.copyOf(statements);
  }
}
