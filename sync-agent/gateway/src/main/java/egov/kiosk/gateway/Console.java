package egov.kiosk.gateway;

import com.sun.management.OperatingSystemMXBean;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.attachment.EnclosureBook;
import egov.kiosk.gateway.attachment.EnclosureState;
import egov.kiosk.gateway.field.NewHouseholds;
import egov.kiosk.gateway.field.RescuedDrafts;
import egov.kiosk.gateway.intake.Statistics;
import egov.kiosk.gateway.kafka.Relay;
import egov.kiosk.gateway.orders.HelpConsole;
import egov.kiosk.gateway.orders.OrderConsole;
import egov.kiosk.gateway.store.Accepted;
import egov.kiosk.gateway.store.Totals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One command a line in, one answer a line out, until the input ends. */
final class Console {
  private static final int MOST_NAMED = 100;

  private final Worker worker;
  private final PrintStream out;

  Console(Worker worker, PrintStream out) {
    this.worker = worker;
    this.out = out;
  }

  void run(BufferedReader in) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.println(answer(line.strip()));
    }
  }

  private String answer(String command) {
    try {
      if (OrderConsole.takes(command) && worker.orders().isPresent()) {
        return new OrderConsole(worker.orders().get()).answer(command);
      }
      if (HelpConsole.takes(command) && worker.orders().isPresent()) {
        return new HelpConsole(worker.orders().get().help()).answer(command);
      }
      if (RescuedDrafts.takes(command)) {
        return new RescuedDrafts(worker.store()).answer(command);
      }
      if (NewHouseholds.takes(command)) {
        return new NewHouseholds(worker.store()).answer(command);
      }
      if (command.startsWith("import ")) {
        return bring(command.substring("import ".length()).strip());
      }
      if (command.startsWith("find ")) {
        return find(command.substring("find ".length()).strip());
      }
      if (command.equals("enclosures") && worker.enclosures().isPresent()) {
        return enclosures(worker.enclosures().get());
      }
      if (TraceConsole.takes(command)) {
        return new TraceConsole(worker.gateway().traces()).answer(command);
      }
      return command.equals("stats") ? stats() : "error command";
    } catch (IOException e) {
      return "error " + e.getMessage();
    }
  }

  /** A file a technician brought from a kiosk. */
  private String bring(String file) throws IOException {
    try {
      return "ok messages=" + worker.gateway().importFile(Path.of(file));
    } catch (ParcelRefusedException e) {
      return "error refused whole, " + e.getMessage();
    } catch (InvalidPathException e) {
      return "error no such file";
    }
  }

  /** Transactions whose papers are not all here, or are others; the first hundred by name. */
  private static String enclosures(EnclosureBook book) throws IOException {
    List<EnclosureState> open = book.openSince(Instant.MAX);
    return open.stream()
        .limit(MOST_NAMED)
        .map(state -> "; " + state)
        .collect(Collectors.joining("", "ok open=" + open.size(), ""));
  }

  private String find(String text) throws IOException {
    TransactionId id;
    try {
      id = new TransactionId(text);
    } catch (IllegalArgumentException e) {
      return "error unknown";
    }
    Optional<Accepted> found = worker.store().find(id);
    return found
        .map(
            accepted ->
                "ok "
                    + accepted.acceptanceNumber().orElse("-")
                    + " "
                    + worker.store().whereabouts(id))
        .orElse("error unknown");
  }

  /** The totals are those of all workers, the other counts this one's since its start. */
  private String stats() throws IOException {
    Statistics own = worker.gateway().statistics();
    Totals all = worker.store().totals();
    return String.format(
        "ok received=%d taken=%d duplicates=%d refused=%d later=%d accepted=%d ratings=%d"
            + " statements=%d waiting=%d published=%d leader=%s connected=%s cpu-ms=%d"
            + " documents=%d",
        own.received(),
        own.taken(),
        own.duplicates(),
        own.refused(),
        own.later(),
        all.transactions(),
        all.ratings(),
        all.statements(),
        all.waiting(),
        worker.relay().map(Relay::published).orElse(0L),
        worker.relay().map(Relay::leading).orElse(false) ? "yes" : "no",
        worker.gateway().receiving() ? "yes" : "no",
        cpuMillis(),
        own.documents());
  }

  /** Processor time of this whole process, in kernel and user mode. */
  private static long cpuMillis() {
    return TimeUnit.NANOSECONDS.toMillis(
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime());
  }
}
