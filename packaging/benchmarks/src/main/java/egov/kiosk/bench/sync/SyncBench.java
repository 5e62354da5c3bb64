package egov.kiosk.bench.sync;

import egov.kiosk.bench.Ratio;
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

/** Runs the benchmarks of the way to the platform; called by {@code packaging/bench sync}. */
@Command(name = "bench sync", mixinStandardHelpOptions = true)
public final class SyncBench implements Callable<Integer> {
  /** The fleet's own window. */
  private static final int WINDOW = 10;

  @Option(
      names = "--only",
      split = ",",
      description = "some of enqueue, writers, latency, drain, backlog, gateway, workers")
  private List<String> only = List.of();

  @Option(
      names = "--backlog",
      description = "how long the long backlog is (default: ${DEFAULT-VALUE})",
      defaultValue = "1000000")
  private int backlog;

  @Option(
      names = "--slow",
      description = "says that every sync of the disk is made slow: fewer rounds, other names")
  private boolean slow;

  @Option(
      names = "--work",
      description = "where to measure; its disk is the one measured (default: a temporary one)")
  private Path work;

  /** Exits with 0 whatever the figures are; they are for people and for comparison. */
  public static void main(String[] arguments) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly),
                "stop-children"));
    System.setProperty("logback.configurationFile", "bench-logback.xml");
    System.exit(new CommandLine(new SyncBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path place =
        work == null
            ? Files.createTempDirectory("kiosk-bench-sync")
            : Files.createTempDirectory(Files.createDirectories(work), "sync");
    System.err.println(
        "bench: " + Runtime.getRuntime().availableProcessors() + " processors, in " + place);
    try {
      enqueue(place.resolve("enqueue"));
      drain(place.resolve("drain"));
      gateway(place.resolve("gateway"));
    } finally {
      delete(place);
    }
    return 0;
  }

  private void enqueue(Path place) throws Exception {
    try (EnqueueBench bench = new EnqueueBench(place, slow)) {
      if (wanted("enqueue")) {
        bench.oneByOne().forEach(SyncBench::print);
      }
      if (wanted("writers")) {
        print(bench.tenWriters());
      }
      if (wanted("latency")) {
        print(bench.latency());
      }
    }
  }

  private void drain(Path place) throws Exception {
    try (DrainBench bench = new DrainBench(place)) {
      if (wanted("drain")) {
        print(bench.againstPaho(WINDOW, "drain/bare-paho"));
      }
      if (wanted("backlog")) {
        print(bench.longBacklog(backlog, WINDOW));
      }
    }
  }

  private void gateway(Path place) throws Exception {
    boolean cpu = wanted("gateway");
    boolean workers = wanted("workers");
    if (cpu || workers) {
      try (GatewayBench bench = new GatewayBench(place)) {
        if (cpu) {
          print(bench.cpu());
        }
        if (workers) {
          print(bench.twoWorkers());
        }
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

  /** Removes a directory and what is in it. */
  public static void delete(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
