package egov.kiosk.link;

import egov.kiosk.domain.device.DeviceException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One piece of work with its outcome, handed from the caller's thread to the device's and back. */
final class Job<T> {
  private final DeviceWork<T> work;
  private final CountDownLatch ended = new CountDownLatch(1);
  // Written by the device's thread before the latch opens, read after it.
  private T result;
  private Throwable failure;

  Job(DeviceWork<T> work) {
    this.work = work;
  }

  /** The root of the device's thread: whatever goes wrong belongs to the caller. */
  void run() {
    try {
      result = work.run();
    } catch (DeviceException | InterruptedException | RuntimeException | Error e) {
      failure = e;
    }
  }

  void publish() {
    ended.countDown();
  }

  /** Waits for the end; false when it does not come in time. */
  boolean awaitEnd(Deadline deadline) throws InterruptedException {
    return ended.await(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
  }

  /** What came out; only after the end. */
  T outcome(String device) throws DeviceException {
    if (failure instanceof DeviceException e) {
      throw e;
    }
    if (failure instanceof InterruptedException) {
      throw DeviceThread.stopped(device);
    }
    if (failure != null) {
      throw new IllegalStateException(device + ": a bug in the driver", failure);
    }
    return result;
  }

  /** The result if there is one: work that was done at the very moment its time was over. */
  Optional<T> result() {
    return failure == null ? Optional.ofNullable(result) : Optional.empty();
  }

  /** Waits without listening to interrupts; false when the work goes on nevertheless. */
  boolean awaitEndUninterrupted(Deadline deadline) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return awaitEnd(deadline);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
