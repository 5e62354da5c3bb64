package egov.kiosk.town;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the demonstration; called by {@code packaging/demo} after it has set everything up. */
@Command(name = "demo", description = "A town hall in a box.", mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
  @Option(names = "--kiosk", required = true, hidden = true)
  private Path kiosk;

  @Option(names = "--cache", required = true, hidden = true)
  private Path cache;

  @Option(names = "--shim", required = true, hidden = true)
  private Path shim;

  @Option(names = "--once", description = "play one citizen, write the report, and end")
  private boolean once;

  @Option(names = "--report", description = "where the report goes", paramLabel = "FILE")
  private Path report;

  @Option(names = "--outage", description = "the broker is down while the citizen submits")
  private boolean outage;

  @Option(names = "--impostor", description = "another face than the card's")
  private boolean impostor;

  @Option(names = "--plain", description = "no TLS between kiosk and platform, on loopback")
  private boolean plain;

  @Option(names = "--port", description = "port of the citizen screens (default: 8930)")
  private int port = 8930;

  @Option(names = "--desk-port", description = "port of the desk page (default: 8940)")
  private int deskPort = 8940;

  /** Runs it and exits with 0 only if all went well. */
  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(
        (failure, command, result) -> {
          command.getErr().println("demo: " + failure.getMessage());
          return 1;
        });
    System.exit(line.execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (once && report == null) {
      throw new IllegalArgumentException("--once needs --report FILE");
    }
    if (!once && (outage || impostor)) {
      throw new IllegalArgumentException("--outage and --impostor go with --once");
    }
    Path work = Files.createTempDirectory("kiosk-town");
    TownLayout layout =
        new TownLayout(kiosk, cache, shim, work, plain ? TownLine.PLAIN : TownLine.NATIONAL);
    try (Town town = Town.start(layout, once ? 0 : port, devices(), Main::say)) {
      Thread closing = new Thread(town::close, "town-close");
      Runtime.getRuntime().addShutdownHook(closing);
      if (once) {
        play(town);
      } else {
        serve(town);
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      say("logs are kept in " + layout.logs());
      throw e;
    }
    if (once) {
      delete(work);
    }
    return 0;
  }

  /** Who comes to look finds every device; the citizen of {@code --once} needs the usual ones. */
  private Town.KioskChanges devices() {
    return once ? Town.KioskChanges.NONE : new Town.KioskChanges(Map.of(), Map.of(), Extra.DEVICES);
  }

  private void play(Town town) throws IOException, InterruptedException {
    Files.createDirectories(report.toAbsolutePath().getParent());
    Play play = new Play(town, report, outage);
    say(impostor ? "an impostor comes" : "a citizen comes");
    if (impostor) {
      play.impostor();
    } else {
      play.citizen();
    }
    say("done; the report is " + report);
  }

  private void serve(Town town) throws IOException, InterruptedException {
    town.face("same-02.jpg");
    town.papers().lay(DeskServer.SAMPLE, "tilt=3");
    try (DeskServer desk = DeskServer.start(town, deskPort)) {
      System.out.println();
      System.out.println("  Citizen screens   " + town.kiosk().client().address() + "/");
      System.out.println("  Desk page         http://127.0.0.1:" + desk.port() + "/");
      System.out.println("                    (place cards, change the face, pull the paper,");
      System.out.println("                     cut the network, see the slip)");
      System.out.println(
          "  Staff check       badge " + Town.STAFF_BADGE + ", PIN " + Town.STAFF_PIN);
      if (!town.fittings().readsSocialCards()) {
        System.out.println("  Left out          " + town.fittings().whyNot());
      }
      System.out.println("  Logs              " + town.layout().logs());
      System.out.println();
      System.out.println("  Ctrl-C ends everything.");
      new CountDownLatch(1).await();
    }
  }

  private static void say(String text) {
    System.err.println("demo: " + text);
  }

  private static void delete(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
