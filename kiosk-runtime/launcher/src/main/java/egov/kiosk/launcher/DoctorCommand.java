package egov.kiosk.launcher;

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
      "Check every device, the clock, the disk, the queue, the certificate and the broker.",
      "Exit code 0: all well or warnings only; 1: something citizens need does not work."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private static final Duration SETTLE = Duration.ofSeconds(6);

  @Option(
      names = "--at-once",
      description = "do not wait for a kiosk started for the moment to settle")
  private boolean atOnce;

  @Mixin private Place place;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    boolean failed = false;
    try (KioskSession kiosk = KioskSession.open(place.installation())) {
      out.println(
          kiosk.wasRunning() ? "Asked the running kiosk." : "No kiosk runs; looked itself.");
      for (String line : settled(kiosk, atOnce)) {
        String[] part = line.split("\t", -1);
        failed |= part[0].equals("FAIL");
        out.printf("%-5s %-16s %s%n", part[0], part[1], part[2]);
        if (!part[4].isEmpty()) {
          out.printf("%-22s -> %s: %s%n", "", part[3], part[4]);
        }
      }
      out.flush();
    }
    return failed ? 1 : 0;
  }

  /** A kiosk started for the moment gets a moment: to connect, to find its devices. */
  private static List<String> settled(KioskSession kiosk, boolean atOnce)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + SETTLE.toNanos();
    while (true) {
      List<String> lines = kiosk.get("/api/health.txt").lines().toList();
      boolean well = lines.stream().allMatch(line -> line.startsWith("OK\t"));
      if (well || atOnce || kiosk.wasRunning() || System.nanoTime() > deadline) {
        return lines;
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }
}
