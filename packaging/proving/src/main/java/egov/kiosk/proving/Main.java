package egov.kiosk.proving;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import egov.kiosk.proving.fault.Kind;
import egov.kiosk.proving.report.Report;
import egov.kiosk.proving.runtime.RuntimeKills;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a campaign: ends with 0 when nothing was lost, doubled or out of order. */
@Command(name = "campaign", description = "Torments kiosk, broker and gateway, and keeps the books")
public final class Main implements Callable<Integer> {
  private static final int STEP = 50;

  @Option(names = "--cycles", required = true, description = "How many cycles at most")
  private int cycles;

  @Option(names = "--report", required = true, description = "Where the JSON report is written")
  private Path report;

  @Option(names = "--seed", description = "Decides what is done when")
  private long seed = 20_261_122;

  @Option(names = "--minutes", description = "How long at most")
  private int minutes = 24 * 60;

  @Option(names = "--stands", description = "How many kiosks at once")
  private int stands = 4;

  @Option(names = "--renew", description = "Cycles until a stand begins again with an empty queue")
  private int renew = 150;

  @Option(names = "--only", split = ",", description = "Only these faults")
  private List<String> only = List.of();

  @Option(names = "--once", description = "Each fault before any comes again")
  private boolean once;

  @Option(names = "--evidence", description = "Where the files of a queue with faults are kept")
  private Path evidence;

  @Option(names = "--runtime-cycles", description = "How often the packaged runtime is killed")
  private int runtimeCycles;

  @Option(names = "--kiosk", description = "The packaged runtime's tree")
  private Path kiosk;

  @Option(names = "--cache", description = "Where face pack and demonstration faces are")
  private Path cache;

  @Option(names = "--shim", description = "The V4L2 shim library")
  private Path shim;

  @Option(names = "--scratch", required = true, description = "An empty directory for everything")
  private Path scratch;

  /** The command line. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    // A library says there, with a trace, what is done to its connections on purpose.
    LogManager.getLogManager().reset();
    Course course =
        new Course(
            cycles,
            seed,
            Duration.ofMinutes(minutes),
            stands,
            renew,
            kinds(),
            once,
            Optional.ofNullable(evidence));
    long start = System.nanoTime();
    Report found =
        new Campaign(course, now -> progress(now, start)).run(Files.createDirectories(scratch));
    if (runtimeCycles > 0) {
      Path work = Files.createDirectories(scratch.resolve("town"));
      RuntimeKills kills = new RuntimeKills(kiosk, cache, shim, work, runtimeCycles, seed);
      found.add("runtime-kill", kills.run(course.limit()).sums());
    }
    write(found, start);
    System.out.println(found.markdown());
    found.complaints().forEach(complaint -> System.out.println("BAD " + complaint));
    return found.good() ? 0 : 1;
  }

  private Set<Kind> kinds() {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    only.forEach(word -> kinds.add(Kind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'))));
    return kinds;
  }

  /** The report is written again and again: a campaign that is broken off has one, too. */
  private void progress(Report now, long start) {
    int done = now.cycles();
    if (done % STEP != 0) {
      return;
    }
    System.err.printf(
        "campaign: %d cycles, %d accepted, %d lost, %d doubled, %d s%n",
        done,
        now.total("accepted"),
        now.total("lost"),
        now.total("doubled"),
        Duration.ofNanos(System.nanoTime() - start).toSeconds());
    try {
      write(now, start);
    } catch (IOException e) {
      System.err.println("campaign: the report is not written: " + e.getMessage());
    }
  }

  private synchronized void write(Report found, long start) throws IOException {
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(report.toFile(), found.document(Duration.ofNanos(System.nanoTime() - start)));
  }
}
