package egov.kiosk.watch;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Does what may hang for ever, on a thread that may: nobody who watches may be caught in what he
 * watches. What still hangs from last time is not begun again. Safe for use by several threads.
 */
final class Patience implements AutoCloseable {
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread made = new Thread(task, "kiosk-watch-hand");
            made.setDaemon(true);
            return made;
          });

  private final Map<String, Future<?>> hanging = new ConcurrentHashMap<>();
  private final Duration limit;

  /**
   * @param limit how long a question may take
   */
  Patience(Duration limit) {
    this.limit = limit;
  }

  /** The answer; empty when it does not come in time or in order. */
  <T> Optional<T> ask(String what, Supplier<T> question) {
    return ask(what, question, limit);
  }

  /** The answer within a time of its own. */
  <T> Optional<T> ask(String what, Supplier<T> question, Duration within) {
    Future<?> before = hanging.get(what);
    if (before != null && !before.isDone()) {
      return Optional.empty();
    }
    Future<T> answer = threads.submit(question::get);
    hanging.put(what, answer);
    try {
      return Optional.of(answer.get(within.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
