package egov.kiosk.bench.devices;

import egov.kiosk.bench.Ratio;
import egov.kiosk.town.TownLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the benchmarks of the devices; called by {@code packaging/bench devices}. */
@Command(name = "bench devices", mixinStandardHelpOptions = true)
public final class DevicesBench implements Callable<Integer> {
  @Option(names = "--kiosk", required = true)
  private Path kiosk;

  @Option(names = "--cache", required = true)
  private Path cache;

  @Option(names = "--shim", required = true)
  private Path shim;

  @Option(names = "--only", split = ",", description = "some of wire, place, slip, replug, idle")
  private List<String> only = List.of();

  @Option(
      names = "--cycles",
      description = "how often the reader is replugged, about a second each (default: 40)")
  private int cycles = 40;

  /** Exits with 0 whatever the figures are; they are for people and for comparison. */
  public static void main(String[] arguments) {
    System.setProperty("logback.configurationFile", "bench-logback.xml");
    System.exit(new CommandLine(new DevicesBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory("kiosk-bench");
    ReaderBench reader = new ReaderBench(work);
    if (wanted("wire")) {
      print(reader.wire(115_200));
      print(reader.wire(9_600));
    }
    if (wanted("place")) {
      print(reader.placed());
    }
    if (wanted("slip")) {
      print(SlipBench.run(work));
    }
    if (wanted("replug")) {
      ReplugBench.run(work, cycles).forEach(DevicesBench::print);
    }
    if (wanted("idle")) {
      TownLayout layout = new TownLayout(kiosk, cache, shim, work.resolve("town"));
      Files.createDirectories(layout.work());
      print(IdleBench.run(layout));
    }
    return 0;
  }

  /** At once, so that a later failure leaves the earlier figures. */
  private static void print(Ratio ratio) {
    System.err.println(ratio.detailLine());
    System.out.println(ratio.line());
  }

  private boolean wanted(String name) {
    if (!only.isEmpty() && !only.contains(name)) {
      return false;
    }
    System.err.println("bench: " + name);
    return true;
  }
}
