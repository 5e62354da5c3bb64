package egov.kiosk.proving.stand;

import egov.kiosk.proving.audit.Books;
import egov.kiosk.proving.child.JavaCommand;
import egov.kiosk.proving.shim.BadLuck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kiosk side: one process that works, and one that is warm and waits to take over. */
final class KioskProcess implements AutoCloseable {
  private final JavaCommand command;
  private final Path pki;
  private final String kiosk;
  private final Map<String, String> environment;
  private final Path log;
  private final Books books;
  private Speaker working;
  private Speaker spare;

  KioskProcess(
      JavaCommand command, Path pki, String kiosk, Optional<BadLuck> luck, Path log, Books books)
      throws IOException {
    this.command = command;
    this.pki = pki;
    this.kiosk = kiosk;
    this.environment = luck.map(BadLuck::environment).orElse(Map.of());
    this.log = log;
    this.books = books;
    spare = warm();
  }

  private Speaker warm() throws IOException {
    return new Speaker(
        command.with(List.of(pki.toString(), kiosk)), environment, log, books::heard);
  }

  /**
   * Lets the process that waited take over; whether its queue is open {@link #state} says.
   *
   * @return false when it does not answer; then it is gone
   */
  boolean start(Path directory, int brokerPort, long seed)
      throws IOException, InterruptedException {
    working = spare;
    spare = warm();
    if (working.ask("open " + directory + " " + brokerPort + " " + seed, "opened").isEmpty()) {
      working.kill();
      return false;
    }
    return true;
  }

  /** Tells the process that waited to open the queue, and kills it so long after that. */
  void stumble(Path directory, int brokerPort, long seed, long millis)
      throws IOException, InterruptedException {
    working = spare;
    spare = warm();
    working.await("ready");
    working.tell("open " + directory + " " + brokerPort + " " + seed);
    Thread.sleep(millis);
    working.kill();
  }

  void kill() throws InterruptedException {
    working.kill();
  }

  /** Closes the queue, then ends the process. */
  void stop() throws InterruptedException {
    working.ask("close", "closed");
    working.kill();
  }

  boolean alive() {
    return working.alive();
  }

  void go() {
    working.tell("go");
  }

  /** Holds the writers; false when the process cannot. */
  boolean hold() throws InterruptedException {
    return !working.ask("hold", "held").isEmpty();
  }

  /** The state of the queue, empty when it is not open or the process does not answer. */
  Optional<KioskState> state() throws InterruptedException {
    return KioskState.parse(working.ask("state", "state "));
  }

  /** A full look at the queue's file. */
  Soundness verify() throws InterruptedException {
    return Soundness.parse(working.ask("verify", "verified "));
  }

  /** Where a message stands in the queue: the word of its state, ABSENT, or FAILED. */
  String find(String id, long sequence) throws InterruptedException {
    String answer = working.ask("find " + id + " " + sequence, "at " + id + " ");
    return answer.isEmpty() ? "FAILED" : answer.substring(answer.lastIndexOf(' ') + 1);
  }

  @Override
  public void close() {
    spare.close();
    if (working != null) {
      working.close();
    }
  }
}
