package egov.kiosk.proving.stand;

import egov.kiosk.proving.child.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kiosk and a platform at work together once, so that the virtual machines of the campaign find
 * all the classes they will need in an archive.
 */
final class Rehearsal {
  private static final int ENOUGH = 20;
  private static final long LOOK_MILLIS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path directory;
  private final List<String> pki;
  private final List<String> kioskWords;

  /**
   * @param directory an own one
   */
  Rehearsal(Path directory, Path pki, String kiosk) throws IOException {
    this.directory = Files.createDirectories(directory);
    this.pki = List.of(pki.toString());
    this.kioskWords = List.of(pki.toString(), kiosk);
  }

  private Path kioskArchive() {
    return directory.resolve("kiosk.jsa");
  }

  private Path platformArchive() {
    return directory.resolve("platform.jsa");
  }

  JavaCommand kiosk(JavaCommand command) throws IOException {
    return command.using(kioskArchive());
  }

  JavaCommand platform(JavaCommand command) throws IOException {
    return command.using(platformArchive());
  }

  /** Plays until everything has been used. */
  void run(JavaCommand kiosk, JavaCommand platform) throws IOException, InterruptedException {
    Path log = directory.resolve("rehearsal.log");
    try (BrokerProcess broker = new BrokerProcess(directory.resolve("broker"), FreePort.find());
        Speaker there = speaker(platform.recording(platformArchive()).with(pki), log);
        Speaker here = speaker(kiosk.recording(kioskArchive()).with(kioskWords), log)) {
      broker.start();
      Path store = Files.createDirectories(directory.resolve("platform"));
      require(there.ask("open " + store + " " + broker.port() + " platform", "opened"), log);
      Path queue = directory.resolve("outbox");
      require(here.ask("open " + queue + " " + broker.port() + " 1", "opened"), log);
      here.tell("go");
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (delivered(here) < ENOUGH) {
        if (System.nanoTime() - end > 0) {
          throw new IOException("nothing gets through in the rehearsal; see " + log);
        }
        Thread.sleep(LOOK_MILLIS);
      }
      here.ask("hold", "held");
      here.ask("verify", "verified ");
      here.ask("find nothing 1", "at ");
      there.ask("stats", "stats ");
      here.end(PATIENCE);
      there.end(PATIENCE);
    }
  }

  private static Speaker speaker(List<String> command, Path log) throws IOException {
    return new Speaker(command, Map.of(), log, line -> false);
  }

  private static long delivered(Speaker kiosk) throws InterruptedException {
    Optional<KioskState> state = KioskState.parse(kiosk.ask("state", "state "));
    return state.map(KioskState::delivered).orElse(0L);
  }

  private static void require(String answer, Path log) throws IOException {
    if (answer.isEmpty()) {
      throw new IOException("the rehearsal does not begin; see " + log);
    }
  }
}
