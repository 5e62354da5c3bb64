package egov.kiosk.launcher.command.outbox;

import egov.kiosk.launcher.command.Place;
import egov.kiosk.launcher.session.KioskSession;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kiosk outbox list}. */
@Command(
    name = "list",
    description = "List the queue, oldest first.",
    mixinStandardHelpOptions = true)
final class OutboxList implements Callable<Integer> {
  /** Where a message stands. */
  enum State {
    PENDING,
    DELIVERED,
    DEAD_LETTER
  }

  /** How soon it goes. */
  enum Lane {
    URGENT,
    NORMAL,
    BULK
  }

  @Mixin private Place place;

  @Option(
      names = "--state",
      description = "only these: ${COMPLETION-CANDIDATES}",
      paramLabel = "STATE")
  private State state;

  @Option(
      names = "--lane",
      description = "only these: ${COMPLETION-CANDIDATES}",
      paramLabel = "LANE")
  private Lane lane;

  @Option(
      names = "--after",
      description = "only entries behind this sequence number",
      defaultValue = "0",
      paramLabel = "N")
  private long after;

  @Option(
      names = "--limit",
      description = "at most this many, up to 1000 (default: ${DEFAULT-VALUE})",
      defaultValue = "100",
      paramLabel = "N")
  private int limit;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    String query =
        "after="
            + after
            + "&limit="
            + limit
            + (state == null ? "" : "&state=" + state)
            + (lane == null ? "" : "&lane=" + lane);
    try (KioskSession kiosk = KioskSession.open(place.installation())) {
      out.print(kiosk.get("/api/outbox.txt?" + query));
      out.flush();
    }
    return 0;
  }
}
