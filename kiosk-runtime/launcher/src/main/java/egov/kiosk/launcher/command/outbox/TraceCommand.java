package egov.kiosk.launcher.command.outbox;

import egov.kiosk.launcher.command.Place;
import egov.kiosk.launcher.session.KioskSession;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk trace}. */
@Command(
    name = "trace",
    description = {
      "Show a transaction's way through the rooms: pages, card, seal, queue, slip, line, receipt;"
          + " when",
      "each began and how long it took. Spans are remembered until the kiosk starts again; how long"
          + " it",
      "was in the queue is known for as long as its row."
    },
    mixinStandardHelpOptions = true)
public final class TraceCommand implements Callable<Integer> {
  @Mixin private Place place;

  @Parameters(
      paramLabel = "ID|last",
      description = "its id, the number on the slip, or last: the one committed last")
  private String key;

  @Option(names = "--otlp", description = "as OpenTelemetry's collectors take it (OTLP JSON)")
  private boolean otlp;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    String plain = key.equals("last") ? key : OutboxShow.plain(spec, key);
    PrintWriter out = spec.commandLine().getOut();
    try (KioskSession kiosk = KioskSession.open(place.installation())) {
      out.print(kiosk.get("/api/trace." + (otlp ? "json" : "txt") + "?key=" + plain));
      out.flush();
    }
    return 0;
  }
}
