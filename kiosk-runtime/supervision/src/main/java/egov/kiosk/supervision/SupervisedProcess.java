package egov.kiosk.supervision;

import com.sun.jna.LastErrorException;
import egov.kiosk.domain.health.LifeSign;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process as a supervisor sees it; the thread {@code kiosk-supervision} looks for progress.
 * Safe for use by several threads.
 */
public final class SupervisedProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SupervisedProcess.class);
  private static final long STOP_SECONDS = 5;
  private static final long LOOK_AGAIN_MILLIS = 500;

  private final Supervision supervision;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "kiosk-supervision"));

  SupervisedProcess(Supervision supervision) {
    this.supervision = supervision;
  }

  /**
   * Finds the supervisor, if there is one.
   *
   * @param environment the process's
   * @param pid the process's
   * @param signs the threads that must never stand still, asked for again and again
   * @param missing what was configured and could not be made, asked for again and again; empty
   *     while nobody can tell
   * @param grace how much longer than its own patience each may be silent
   */
  public static Optional<SupervisedProcess> of(
      Map<String, String> environment,
      long pid,
      Supplier<Collection<LifeSign>> signs,
      Supplier<Optional<List<String>>> missing,
      Duration grace) {
    Surroundings found = Surroundings.of(environment, pid);
    if (found.socket().isEmpty()) {
      LOG.debug("supervision: nobody listens");
      return Optional.empty();
    }
    try {
      Notifier notifier = new SystemdNotifier(found.socket().orElseThrow());
      return Optional.of(
          new SupervisedProcess(
              new Supervision(notifier, found.watchdog(), signs, missing, new Progress(grace))));
    } catch (IllegalArgumentException | LastErrorException | LinkageError e) {
      LOG.error(
          "supervision: systemd cannot be told that the kiosk is ready, and will end it; a"
              + " technician installs the package again: {}",
          e.toString());
      return Optional.empty();
    }
  }

  /**
   * The screens are served from now on. The supervisor is told that the kiosk is ready as soon as
   * somebody looked whether it is whole; progress is looked for from then on, too.
   */
  public void ready() {
    if (supervision.ready()) {
      supervision.interval().ifPresent(this::watch);
    } else {
      timer.schedule(this::readyAtLast, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void readyAtLast() {
    try {
      ready();
    } catch (RuntimeException e) {
      LOG.error("supervision: an error of the program; systemd is not told that it is ready", e);
    }
  }

  private void watch(Duration every) {
    timer.scheduleWithFixedDelay(
        this::look, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Another grace; the same one again changes nothing. */
  public void grace(Duration changed) {
    supervision.progress(new Progress(changed));
  }

  private void look() {
    try {
      supervision.look();
    } catch (RuntimeException e) {
      LOG.error("supervision: an error of the program; systemd's watchdog is not fed", e);
    }
  }

  /** The process is stopping. */
  @Override
  public void close() {
    supervision.stopping();
    timer.shutdownNow();
    try {
      if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("supervision: its thread did not stop within {} s", STOP_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    supervision.close();
  }
}
