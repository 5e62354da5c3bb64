package egov.kiosk.launcher.command.outbox;

import egov.kiosk.launcher.command.Place;
import egov.kiosk.launcher.session.KioskSession;
import egov.kiosk.launcher.session.LocalApiException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk outbox import}: checks a file whole, then queues its parcels as they are. */
@Command(
    name = "import",
    description = {
      "Carry another kiosk's exported queue on to the platform. A file with one wrong byte is",
      "refused whole; importing it again changes nothing."
    },
    mixinStandardHelpOptions = true)
final class OutboxImport implements Callable<Integer> {
  private static final int PIECE = 60_000;

  @Mixin private Place place;

  @Parameters(paramLabel = "FILE", description = "a file made by kiosk outbox export")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    int fresh = 0;
    int known = 0;
    ImportFile.open(file).close();
    try (KioskSession kiosk = KioskSession.open(place.installation())) {
      check(kiosk);
      try (ImportFile lines = ImportFile.open(file)) {
        for (String line = lines.next(); line != null; line = lines.next()) {
          if (kiosk.post("/api/outbox/carry", "{" + member(line) + "}").strip().equals("new")) {
            fresh++;
          } else {
            known++;
          }
        }
      } catch (IOException e) {
        throw new IOException(
            "after "
                + (fresh + known)
                + " parcels: "
                + e.getMessage()
                + ". Run this again; nothing is taken twice",
            e);
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s is whole and authentic%n", ImportFile.shown(file));
    out.printf("%d parcels taken to be carried, %d were here before%n", fresh, known);
    out.flush();
    return 0;
  }

  private void check(KioskSession kiosk) throws IOException, InterruptedException {
    try (ImportFile lines = ImportFile.open(file)) {
      String from = "";
      boolean ended = false;
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (ended) {
          throw new IOException(lines.refusal("stands behind the file's end"));
        }
        from = checkLine(kiosk, lines, from, line);
        ended = from.isEmpty();
      }
      if (!ended) {
        throw new IOException(lines.refusal("is missing: the file has no end"));
      }
    }
  }

  private static String checkLine(KioskSession kiosk, ImportFile lines, String from, String line)
      throws IOException, InterruptedException {
    try {
      String next =
          kiosk
              .post("/api/outbox/check", "{\"from\":\"" + from + "\"," + member(line) + "}")
              .strip();
      if (!next.matches("[A-Za-z0-9:-]{0,200}")) {
        throw new IOException("the kiosk's answer is not understood; is it another version?");
      }
      return next;
    } catch (LocalApiException e) {
      throw e.aboutAParcel() ? new IOException(lines.refusal(e.getMessage()), e) : e;
    }
  }

  /** The line in pieces the API takes. */
  private static String member(String line) {
    StringBuilder member = new StringBuilder("\"line\":[");
    for (int i = 0; i < line.length(); i += PIECE) {
      member.append(i == 0 ? "\"" : ",\"");
      member.append(line, i, Math.min(line.length(), i + PIECE)).append('"');
    }
    return member.append(']').toString();
  }
}
