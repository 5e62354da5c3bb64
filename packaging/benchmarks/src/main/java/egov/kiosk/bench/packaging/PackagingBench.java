package egov.kiosk.bench.packaging;

import egov.kiosk.bench.Ratio;
import egov.kiosk.bench.StartBench;
import egov.kiosk.town.Town;
import egov.kiosk.town.TownLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the benchmarks of packaging; called by {@code packaging/bench packaging}. */
@Command(name = "bench packaging", mixinStandardHelpOptions = true)
public final class PackagingBench implements Callable<Integer> {
  @Option(names = "--kiosk", required = true)
  private Path kiosk;

  @Option(names = "--cache", required = true)
  private Path cache;

  @Option(names = "--shim", required = true)
  private Path shim;

  @Option(names = "--only", split = ",", description = "some of switch, size, start, idle")
  private List<String> only = List.of();

  @Option(names = "--packages", required = true)
  private Path packages;

  @Option(names = "--idle-seconds", description = "how long an idle kiosk is looked at")
  private long idleSeconds = 300;

  /** Exits with 0 whatever the figures are; they are for people and for comparison. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PackagingBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (wanted("size")) {
      new SizeBench(packages).run().forEach(PackagingBench::print);
    }
    Path work = Files.createTempDirectory("kiosk-bench");
    TownLayout layout = new TownLayout(kiosk, cache, shim, work.resolve("town"));
    Files.createDirectories(layout.work());
    try (Town town = Town.start(layout, 0, text -> System.err.println("bench: " + text))) {
      town.stopKiosk();
      Path configured = layout.work().resolve("kiosk.properties");
      if (wanted("start")) {
        print(new StartBench(kiosk, configured, work).run());
      }
      if (wanted("idle")) {
        new IdleBench(kiosk, configured, work, idleSeconds).run().forEach(PackagingBench::print);
      }
      if (wanted("switch")) {
        Path configuration = layout.work().resolve("kiosk.properties");
        Path slots = Files.createDirectories(work.resolve("slots"));
        print(new SwitchBench(new SlotMachine(kiosk, slots), slots, configuration).run());
        // Three whole programs; the logs stay for whoever wants to know more.
        for (String part : List.of("opt", "tree", "exchange", "switch-data")) {
          delete(slots.resolve(part));
        }
      }
    }
    return 0;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
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
