package egov.kiosk.proving.stand;

import egov.kiosk.proving.child.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A child that answers orders. Used by one thread. */
final class Speaker implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(100);

  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final Child child;

  /**
   * Starts it.
   *
   * @param aside takes lines that are no answers; says whether it took it
   */
  Speaker(List<String> command, Map<String, String> environment, Path log, Predicate<String> aside)
      throws IOException {
    child =
        Child.start(
            command,
            environment,
            log,
            line -> {
              if (!aside.test(line)) {
                answers.add(line);
              }
            });
  }

  /**
   * Gives an order and waits for its answer.
   *
   * @param words an answer begins with one of these; other lines are forgotten
   * @return the answer, empty when there is none because the process hangs or is gone
   */
  String ask(String order, String... words) throws InterruptedException {
    child.say(order);
    return await(words);
  }

  /** Waits for a line that begins with one of these words. */
  String await(String... words) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() - end < 0) {
      boolean alive = child.alive();
      String line = answers.poll(GLANCE, TimeUnit.NANOSECONDS);
      if (line == null && !alive) {
        return "";
      }
      if (line != null && List.of(words).stream().anyMatch(line::startsWith)) {
        return line;
      }
    }
    return "";
  }

  boolean alive() {
    return child.alive();
  }

  void tell(String order) {
    child.say(order);
  }

  /** Ends it in peace; kills it when that takes too long. */
  void end(Duration patience) throws InterruptedException {
    child.end(patience);
  }

  void kill() throws InterruptedException {
    child.kill();
  }

  @Override
  public void close() {
    child.close();
  }
}
