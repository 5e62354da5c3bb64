package egov.kiosk.outboxsqlite.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A program that comes after this one: made up, as the rule between versions lets it be. */
public final class NextVersion {
  private static final List<String> ADDED =
      List.of(
          "ALTER TABLE message ADD COLUMN note TEXT",
          "ALTER TABLE message ADD COLUMN weight INTEGER NOT NULL DEFAULT 7",
          "CREATE INDEX message_weight ON message (weight)",
          "CREATE TABLE remark (id TEXT PRIMARY KEY, said TEXT NOT NULL) STRICT",
          "INSERT INTO remark VALUES ('one', 'of the newer program')");

  /** The version it writes. */
  public static final int VERSION = SchemaSteps.ALL.size() + 1;

  private NextVersion() {}

  /**
   * Its schema.
   *
   * @param oldest which version it says goes on with its files
   * @param more statements of its own
   */
  public static Function<RowBox, Schema> schema(int oldest, String... more) {
    List<String> statements = new ArrayList<>(ADDED);
    statements.addAll(List.of(more));
    List<SchemaStep> steps = new ArrayList<>(SchemaSteps.ALL);
    steps.add(new SchemaStep(oldest, statements));
    return box -> new Schema(steps, box);
  }
}
