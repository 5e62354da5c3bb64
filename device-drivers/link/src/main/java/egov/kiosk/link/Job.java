package egov.kiosk.link;

import egov.kiosk.domain.device.DeviceException;
import java.time.Duration;
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

  T await(String device) throws DeviceException, InterruptedException {
    ended.await();
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

  /** Waits without listening to interrupts; false when the work goes on nevertheless. */
  boolean awaitEnd(Duration limit) {
    Deadline deadline = Deadline.after(limit);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return ended.await(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
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
