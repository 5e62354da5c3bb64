package egov.kiosk.identity;

import egov.kiosk.identity.pack.FacePackException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Loads the models on a thread of its own, {@value #THREAD}: OpenCV alone takes most of a second,
 * and the citizen screens must not wait for it. A load that failed is tried again when the engine
 * is next asked for, so that a repaired pack needs no restart.
 */
final class EngineLoader implements AutoCloseable {
  static final String THREAD = "identity-load";
  private static final Duration STOP = Duration.ofSeconds(5);

  private final Callable<LoadedPack> load;
  private FutureTask<LoadedPack> task;
  private Thread thread;

  EngineLoader(Callable<LoadedPack> load) {
    this.load = load;
  }

  /** Begins to load, unless that is under way or done. */
  synchronized void start() {
    if (task == null) {
      task = new FutureTask<>(load);
      thread = new Thread(task, THREAD);
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * The engine, waited for.
   *
   * @return empty when it is still being loaded after that time
   * @throws FacePackException when the pack is missing or was refused
   */
  Optional<LoadedPack> engine(Duration timeout) throws FacePackException, InterruptedException {
    FutureTask<LoadedPack> loading = current();
    try {
      return Optional.of(loading.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      forget(loading);
      if (e.getCause() instanceof FacePackException refused) {
        throw refused;
      }
      throw new FacePackException("the face models could not be loaded", e.getCause());
    }
  }

  private synchronized FutureTask<LoadedPack> current() {
    start();
    return task;
  }

  private synchronized void forget(FutureTask<LoadedPack> failed) {
    if (task == failed) {
      task = null;
    }
  }

  /** Waits a few seconds for a load under way; loading native code cannot be interrupted. */
  @Override
  public void close() {
    Thread loading;
    synchronized (this) {
      loading = thread;
    }
    if (loading == null) {
      return;
    }
    try {
      loading.join(STOP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
