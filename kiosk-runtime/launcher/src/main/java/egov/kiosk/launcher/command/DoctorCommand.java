package egov.kiosk.launcher.command;

import egov.kiosk.launcher.session.KioskSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kiosk doctor}: looks at everything a kiosk needs and says who must do what. */
@Command(
    name = "doctor",
    description = {
      "Check every device, the clock, the network, the disk, the queue, keys, programs and secrets.",
      "Exit code 0: all well or warnings only; 1: something citizens need does not work."
    },
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
  private static final Duration SETTLE = Duration.ofSeconds(6);

  /** Language of what a technician reads; JSON has it too. */
  public enum Language {
    en,
    zh
  }

  @Option(
      names = "--at-once",
      description = "do not wait for a kiosk started for the moment to settle")
  private boolean atOnce;

  @Option(names = "--lang", description = "en or zh (default: ${DEFAULT-VALUE})")
  private Language language = Language.en;

  @Option(names = "--json", description = "one JSON object in place of lines")
  private boolean json;

  @Mixin private Place place;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try (KioskSession kiosk = KioskSession.open(place.installation())) {
      List<String> lines = settled(kiosk, atOnce, language);
      if (json) {
        out.println(kiosk.get("/api/doctor?lang=" + language));
      } else {
        print(out, kiosk, lines);
      }
      out.flush();
      return lines.stream().anyMatch(line -> level(line).equals("FAIL")) ? 1 : 0;
    }
  }

  private void print(PrintWriter out, KioskSession kiosk, List<String> lines) {
    boolean chinese = language == Language.zh;
    String running = chinese ? "问的是正在运行的终端。" : "Asked the running kiosk.";
    String looked = chinese ? "没有终端在运行，自己看的。" : "No kiosk runs; looked itself.";
    out.println(kiosk.wasRunning() ? running : looked);
    for (String line : lines) {
      String[] part = line.split("\t", -1);
      String name = chinese ? part[0] + " " + part[1] : part[0];
      out.printf("%-5s %-16s %s%n", part[2], name, part[3]);
      if (!part[6].isEmpty()) {
        out.printf("%-22s -> %s: %s%n", "", part[5], part[6]);
      }
    }
  }

  private static String level(String line) {
    return line.split("\t", -1)[2];
  }

  /**
   * The findings, one a line: name, title, level, what, actor, who, advice, with tabs between them.
   * A kiosk started for the moment gets a moment: to connect, to find its devices.
   */
  static List<String> settled(KioskSession kiosk, boolean atOnce, Language language)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + SETTLE.toNanos();
    while (true) {
      List<String> lines = kiosk.get("/api/doctor.txt?lang=" + language).lines().toList();
      boolean well = lines.stream().allMatch(line -> level(line).equals("OK"));
      if (well || atOnce || kiosk.wasRunning() || System.nanoTime() > deadline) {
        return lines;
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }
}
