package egov.kiosk.link;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that speaks to a device, named {@code device-<name>}. There is no queue: while a
 * piece of work runs, the next caller is told {@link FaultCode#BUSY} at once.
 *
 * <p>Between two pieces of work the thread may look after the device (upkeep), e.g. notice that it
 * was plugged in again. Upkeep is short and nobody's command, so a caller waits for its end instead
 * of being told busy.
 */
public final class DeviceThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceThread.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final String device;
  private final Runnable upkeep;
  private final Duration upkeepPeriod;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition workOffered = lock.newCondition();
  private final Condition upkeepDone = lock.newCondition();
  private Job<?> job;
  private boolean inUpkeep;
  private boolean stopping;

  /** A thread without upkeep. */
  public DeviceThread(String device) {
    this(device, Duration.ZERO, () -> {});
  }

  /**
   * Starts the thread; upkeep runs once at once.
   *
   * @param device the device's name
   * @param upkeepPeriod how long the thread idles before upkeep runs again; zero means never again
   * @param upkeep ends within about a second, throws nothing, honours an interrupt
   */
  public DeviceThread(String device, Duration upkeepPeriod, Runnable upkeep) {
    this.device = Objects.requireNonNull(device, "device");
    this.upkeepPeriod = Objects.requireNonNull(upkeepPeriod, "upkeepPeriod");
    this.upkeep = Objects.requireNonNull(upkeep, "upkeep");
    this.inUpkeep = true;
    this.thread = new Thread(this::serve, "device-" + device);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Does one piece of work on the device's thread and waits for it. When the calling thread is
   * interrupted, so is the work, and the call returns once the device is free again.
   *
   * @throws DeviceException {@link FaultCode#BUSY} when other work runs, {@link
   *     FaultCode#NO_DEVICE} when the driver stops, otherwise what the work throws
   * @throws InterruptedException when the calling thread was interrupted
   */
  public <T> T call(DeviceWork<T> work) throws DeviceException, InterruptedException {
    Job<T> mine = new Job<>(work);
    offer(mine);
    try {
      return mine.await(device);
    } catch (InterruptedException e) {
      cancel(mine);
      throw e;
    }
  }

  private void offer(Job<?> mine) throws DeviceException, InterruptedException {
    lock.lockInterruptibly();
    try {
      while (inUpkeep && !stopping) {
        upkeepDone.await();
      }
      if (stopping) {
        throw stopped(device);
      }
      if (job != null) {
        throw new DeviceException(FaultCode.BUSY, device, "another command is under way");
      }
      job = mine;
      workOffered.signal();
    } finally {
      lock.unlock();
    }
  }

  private void cancel(Job<?> mine) {
    lock.lock();
    try {
      if (job == mine) {
        thread.interrupt();
      }
    } finally {
      lock.unlock();
    }
    if (!mine.awaitEnd(STOP_LIMIT)) {
      LOG.warn("{}: work does not end although it was interrupted", device);
    }
  }

  private void serve() {
    runUpkeep();
    for (Job<?> next = next(); next != null; next = next()) {
      next.run();
      finish(next);
    }
  }

  /** The next job; runs upkeep when it is due; null when the thread shall end. */
  private Job<?> next() {
    while (true) {
      lock.lock();
      try {
        long left = upkeepPeriod.toNanos();
        while (job == null && !stopping && (left > 0 || upkeepPeriod.isZero())) {
          if (upkeepPeriod.isZero()) {
            workOffered.await();
          } else {
            left = workOffered.awaitNanos(left);
          }
        }
        if (stopping || job != null) {
          return stopping ? null : job;
        }
        inUpkeep = true;
      } catch (InterruptedException e) {
        // Only a stop interrupts an idle thread, and the loop sees that by itself.
        continue;
      } finally {
        lock.unlock();
      }
      runUpkeep();
    }
  }

  private void runUpkeep() {
    try {
      upkeep.run();
    } catch (RuntimeException e) {
      LOG.error("{}: upkeep failed, a bug", device, e);
    } finally {
      lock.lock();
      try {
        inUpkeep = false;
        upkeepDone.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** From here on the job can no longer be interrupted, and an interrupt it ignored is dropped. */
  private void finish(Job<?> done) {
    lock.lock();
    try {
      job = null;
      Thread.interrupted();
    } finally {
      lock.unlock();
    }
    done.publish();
  }

  /** Interrupts what runs and waits for the thread to end, at most 5 s; safe to call twice. */
  @Override
  public void close() {
    lock.lock();
    try {
      stopping = true;
      thread.interrupt();
      workOffered.signalAll();
      upkeepDone.signalAll();
    } finally {
      lock.unlock();
    }
    boolean interrupted = Thread.interrupted();
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, STOP_LIMIT.toNanos());
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (thread.isAlive()) {
      LOG.warn("{}: its thread does not end", device);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static DeviceException stopped(String device) {
    return new DeviceException(
        FaultCode.NO_DEVICE, device, "the driver is stopping; try again when it has restarted");
  }
}
