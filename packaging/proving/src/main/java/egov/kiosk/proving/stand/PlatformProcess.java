package egov.kiosk.proving.stand;

import egov.kiosk.proving.child.JavaCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The platform side: one process that works, and one that is warm and waits to take over. */
final class PlatformProcess implements AutoCloseable {
  private final JavaCommand command;
  private final Path pki;
  private final Path log;
  private final String where;
  private Speaker working;
  private Speaker spare;

  /**
   * @param where what it is told to open
   */
  PlatformProcess(JavaCommand command, Path pki, Path log, String where) throws IOException {
    this.command = command;
    this.pki = pki;
    this.log = log;
    this.where = where;
    spare = warm();
  }

  private Speaker warm() throws IOException {
    return new Speaker(command.with(List.of(pki.toString())), Map.of(), log, line -> false);
  }

  void start() throws IOException, InterruptedException {
    working = spare;
    require(working.ask("open " + where, "opened"), "open its store");
    spare = warm();
  }

  void kill() throws InterruptedException {
    working.kill();
  }

  /** The official number of a message, empty for one that is not there. */
  Optional<String> find(String id) throws IOException, InterruptedException {
    String answer = working.ask("find " + id, "at " + id + " ");
    require(answer, "find a message");
    String number = answer.substring(answer.lastIndexOf(' ') + 1);
    return number.equals("-") ? Optional.empty() : Optional.of(number);
  }

  /** How many messages it has. */
  long count() throws IOException, InterruptedException {
    String answer = working.ask("stats", "stats ");
    require(answer, "count");
    return Long.parseLong(answer.split(" ")[1]);
  }

  private void require(String answer, String what) throws IOException {
    if (answer.isEmpty()) {
      throw new IOException("the platform could not " + what + "; see " + log);
    }
  }

  @Override
  public void close() {
    spare.close();
    if (working != null) {
      working.close();
    }
  }
}
