package egov.kiosk.platform;

import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.TraceConsole;
import egov.kiosk.gateway.field.NewHouseholds;
import egov.kiosk.gateway.field.RescuedDrafts;
import egov.kiosk.gateway.orders.HelpConsole;
import egov.kiosk.gateway.orders.OrderConsole;
import egov.kiosk.gateway.store.Accepted;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** One command a line in, one answer a line out, until the input ends. */
final class Console {
  private final Platform platform;
  private final PrintStream out;

  Console(Platform platform, PrintStream out) {
    this.platform = platform;
    this.out = out;
  }

  void run(BufferedReader in) throws IOException {
    out.println("ready port=" + platform.port());
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.println(answer(line.strip()));
    }
  }

  private String answer(String command) {
    try {
      if (OrderConsole.takes(command)) {
        return new OrderConsole(platform.orders()).answer(command);
      }
      if (HelpConsole.takes(command)) {
        return new HelpConsole(platform.orders().help()).answer(command);
      }
      if (RescuedDrafts.takes(command)) {
        return platform.rescued(command);
      }
      if (NewHouseholds.takes(command)) {
        return platform.newHouseholds(command);
      }
      if (TraceConsole.takes(command)) {
        return platform.trace(command);
      }
      if (command.startsWith("import ")) {
        return bring(command.substring("import ".length()).strip());
      }
      if (command.startsWith("find ")) {
        return find(command.substring("find ".length()).strip());
      }
      if (command.startsWith("shown ")) {
        String number = command.substring("shown ".length()).strip();
        return platform.shown(number).map(kind -> "ok " + kind).orElse("error unknown");
      }
      return switch (command) {
        case "broker stop" -> {
          platform.stopBroker();
          yield "ok";
        }
        case "broker start" -> {
          platform.startBroker();
          yield "ok";
        }
        case "stats" -> stats(platform.statistics());
        default -> "error command";
      };
    } catch (IOException e) {
      return "error " + e.getMessage();
    }
  }

  /** A file a technician brought from a kiosk. */
  private String bring(String file) throws IOException {
    try {
      return "ok messages=" + platform.importFile(Path.of(file));
    } catch (ParcelRefusedException e) {
      return "error refused whole, " + e.getMessage();
    } catch (InvalidPathException e) {
      return "error no such file";
    }
  }

  private String find(String id) throws IOException {
    Optional<TransactionId> read;
    try {
      read = Optional.of(new TransactionId(id));
    } catch (IllegalArgumentException e) {
      read = Optional.empty();
    }
    Optional<Accepted> found = read.isEmpty() ? Optional.empty() : platform.find(read.get());
    return found
        .map(
            accepted ->
                "ok "
                    + accepted.acceptanceNumber().orElse("-")
                    + " "
                    + platform.envelope(accepted.id()).toAbsolutePath())
        .orElse("error unknown");
  }

  private static String stats(Statistics now) {
    return "ok received="
        + now.received()
        + " accepted="
        + now.accepted()
        + " duplicates="
        + now.duplicates()
        + " refused="
        + now.refused()
        + " ratings="
        + now.ratings();
  }
}
