package egov.kiosk.launcher.command.outbox;

import egov.kiosk.launcher.command.Place;
import egov.kiosk.launcher.session.KioskSession;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk outbox show}. */
@Command(
    name = "show",
    description = "Show all that is known of one message, and what to do about it.",
    mixinStandardHelpOptions = true)
final class OutboxShow implements Callable<Integer> {
  @Mixin private Place place;

  @Parameters(paramLabel = "ID-OR-SLIP-NUMBER", description = "its id, or the number on the slip")
  private String key;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    String plain = plain(spec, key);
    PrintWriter out = spec.commandLine().getOut();
    try (KioskSession kiosk = KioskSession.open(place.installation())) {
      out.print(kiosk.get("/api/outbox/message.txt?key=" + plain));
      out.flush();
    }
    return 0;
  }

  /** Slips show the number in groups of four; a technician may type it so. */
  static String plain(CommandSpec spec, String typed) {
    String plain = typed.replace(" ", "").toLowerCase(Locale.ROOT);
    if (!plain.matches("[0-9]{12}|[0-9a-f-]{36}")) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "expected an id of 36 characters, or a slip number of 12 digits");
    }
    return plain;
  }
}
