package egov.kiosk.proving;

import egov.kiosk.proving.fault.Kind;
import egov.kiosk.proving.report.Report;
import egov.kiosk.proving.report.Sitting;
import egov.kiosk.proving.report.Sittings;
import egov.kiosk.proving.runtime.RuntimeKills;
import egov.kiosk.proving.stand.PlatformKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
  private static final long SEED = 20_261_122;

  @Option(names = "--cycles", required = true, description = "How many cycles at most")
  private int cycles;

  @Option(names = "--report", required = true, description = "Where the JSON report is written")
  private Path report;

  @Option(names = "--append", description = "Goes on with the report that is there")
  private boolean append;

  @Option(names = "--commit", description = "What the report calls the tree that is tried")
  private String commit = "unknown";

  @Option(names = "--seed", description = "Decides what is done when; another in every sitting")
  private Long seed;

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

  @Option(names = "--store", description = "What the platform keeps things in: journal, postgresql")
  private String store = "journal";

  @Option(names = "--kafka", description = "The platform passes on to Kafka; needs postgresql")
  private boolean kafka;

  @Option(names = "--kafka-jars", description = "Where the jars of a Kafka server are")
  private Path kafkaJars = Path.of("target", "kafka");

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
    if (kafka && !store.equals("postgresql")) {
      throw new IllegalArgumentException("--kafka needs --store postgresql");
    }
    Sittings file = append ? Sittings.after(report) : Sittings.alone(report);
    Course course = course(seed == null ? SEED + file.earlier() : seed);
    Sitting sitting = new Sitting(commit, course.seed(), Instant.now(), stands, platform());
    Progress progress = new Progress(file, System::nanoTime);
    Thread hook = new Thread(() -> progress.end("interrupted"), "proving-last-word");
    Runtime.getRuntime().addShutdownHook(hook);
    Report found = new Campaign(course, sitting, progress).run(Files.createDirectories(scratch));
    if (runtimeCycles > 0) {
      Path work = Files.createDirectories(scratch.resolve("town"));
      RuntimeKills kills = new RuntimeKills(kiosk, cache, shim, work, runtimeCycles, course.seed());
      found.add("runtime-kill", kills.run(course.limit()).sums());
    }
    String how = found.cycles() < cycles ? "time" : "complete";
    progress.end(how);
    System.out.println(progress.markdown(how));
    found.complaints().forEach(complaint -> System.out.println("BAD " + complaint));
    return found.good() ? 0 : 1;
  }

  private Course course(long chosen) {
    return new Course(
        cycles,
        chosen,
        Duration.ofMinutes(minutes),
        stands,
        renew,
        kinds(),
        once,
        Optional.ofNullable(evidence),
        PlatformKind.valueOf(kafka ? "KAFKA" : store.toUpperCase(Locale.ROOT)),
        kafkaJars);
  }

  private String platform() {
    return kafka ? store + " and kafka" : store;
  }

  private Set<Kind> kinds() {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    only.forEach(word -> kinds.add(Kind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'))));
    return kinds;
  }
}
