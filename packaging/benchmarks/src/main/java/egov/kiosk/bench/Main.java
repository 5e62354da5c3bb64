package egov.kiosk.bench;

import egov.kiosk.town.Town;
import egov.kiosk.town.TownLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an area's benchmarks; called by {@code packaging/bench} after it has set everything up. */
@Command(name = "bench", mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
  @Option(names = "--kiosk", required = true)
  private Path kiosk;

  @Option(names = "--cache", required = true)
  private Path cache;

  @Option(names = "--shim", required = true)
  private Path shim;

  @Option(names = "--only", description = "one of card-read, start, submit")
  private String only = "";

  @Parameters(description = "the area", defaultValue = "core")
  private String area;

  /** Exits with 0 whatever the figures are; they are for people and for comparison. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory("kiosk-bench");
    List<Ratio> ratios = new ArrayList<>();
    TownLayout layout = new TownLayout(kiosk, cache, shim, work.resolve("town"));
    Files.createDirectories(layout.work());
    try (Town town = Town.start(layout, 0, text -> System.err.println("bench: " + text))) {
      town.stopKiosk();
      if (wanted("card-read")) {
        ratios.add(CardReadBench.run(town.reader(), layout.readerPort()));
      }
      if (wanted("start")) {
        ratios.add(new StartBench(kiosk, layout.work().resolve("kiosk.properties"), work).run());
      }
    }
    if (wanted("submit")) {
      ratios.add(SubmitBench.run(work));
    }
    ratios.forEach(ratio -> System.err.println(ratio.detailLine()));
    ratios.forEach(ratio -> System.out.println(ratio.line()));
    return 0;
  }

  private boolean wanted(String name) {
    if (!only.isEmpty() && !only.equals(name)) {
      return false;
    }
    System.err.println("bench: " + name);
    return true;
  }
}
