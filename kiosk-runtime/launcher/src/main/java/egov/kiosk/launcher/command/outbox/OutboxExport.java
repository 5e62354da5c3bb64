package egov.kiosk.launcher.command.outbox;

import egov.kiosk.launcher.command.Place;
import egov.kiosk.launcher.session.KioskSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kiosk outbox export}. */
@Command(
    name = "export",
    description = {
      "Write everything pending to a file for removable media: signed by this kiosk,",
      "readable by the platform only. Everything stays pending here until the platform answers."
    },
    mixinStandardHelpOptions = true)
final class OutboxExport implements Callable<Integer> {
  @Mixin private Place place;

  @Option(
      names = "--to",
      required = true,
      description = "a file that is not there yet",
      paramLabel = "FILE")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    long messages = 0;
    long passedOver = 0;
    int parcels = 0;
    try (KioskSession kiosk = KioskSession.open(place.installation());
        ExportFile to = new ExportFile(file)) {
      String next = "";
      do {
        Line line = Line.of(kiosk.post("/api/outbox/export", "{\"from\":\"" + next + "\"}"));
        messages += line.messages();
        passedOver += line.passedOver();
        if (!line.text().isEmpty()) {
          to.write(line.text());
          parcels++;
        }
        next = line.next();
      } while (!next.isEmpty());
      to.finish();
    }
    if (parcels == 0) {
      out.println("nothing is pending that could be exported; no file was written");
    } else {
      out.printf("%d messages in %d parcels are in %s%n", messages, parcels, file);
      out.println("import it on another kiosk or at the platform; here they stay pending");
    }
    if (passedOver > 0) {
      out.printf(
          "%d are left out: attachments, parcels carried for other kiosks, or too large%n",
          passedOver);
    }
    out.flush();
    return 0;
  }

  /** What the kiosk answers: counts and the next place, then the line itself. */
  private record Line(int messages, int passedOver, String next, String text) {
    static Line of(String answer) throws IOException {
      String[] lines = answer.split("\n", -1);
      String[] head = lines[0].split(" ", -1);
      if (lines.length < 2
          || head.length != 3
          || !head[2].matches("[A-Za-z0-9:@-]{0,200}")
          || !lines[1].matches("[A-Za-z0-9+/=]*")) {
        throw new IOException("the kiosk's answer is not understood; is it another version?");
      }
      return new Line(Integer.parseInt(head[0]), Integer.parseInt(head[1]), head[2], lines[1]);
    }
  }
}
