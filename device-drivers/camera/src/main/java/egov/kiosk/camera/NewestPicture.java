package egov.kiosk.camera;

import egov.kiosk.domain.citizen.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/**
 * Where the capture thread leaves its pictures: the newest wins, none is saved up. Safe for use by
 * several threads.
 */
final class NewestPicture implements AutoCloseable {
  /** Null before the first picture: OpenCV is not loaded until the camera is switched on. */
  private Mat newest;

  private Instant takenAt = Instant.EPOCH;
  private long number;
  private long handedOut;
  private boolean closed;

  /**
   * Takes a picture and gives the one before back for reuse, so that no pixel is copied.
   *
   * @param picture owned by this object from now on
   */
  synchronized Mat publish(Mat picture, Instant now) {
    Mat before = newest == null ? new Mat() : newest;
    newest = picture;
    takenAt = now;
    number++;
    notifyAll();
    return before;
  }

  /** Overwrites the picture: what the camera saw before it was lost is not what it sees now. */
  synchronized void clear() {
    wipeNewest();
    handedOut = number;
  }

  /**
   * Waits for a picture newer than the last one handed out.
   *
   * @return empty when none came in time, this was closed, or the thread was interrupted (which
   *     stays set)
   */
  synchronized Optional<Frame> await(Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    while (number == handedOut && !closed) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return Optional.empty();
      }
      try {
        // At least a millisecond: wait(0) waits for ever.
        wait(left / 1_000_000 + 1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    return closed ? Optional.empty() : Optional.of(handOut());
  }

  private Frame handOut() {
    handedOut = number;
    byte[] bgr = new byte[Math.toIntExact(newest.total() * newest.channels())];
    newest.get(0, 0, bgr);
    return new Frame(newest.cols(), newest.rows(), bgr, takenAt);
  }

  /** A copy of the newest picture, at most that wide; empty when there is none. */
  synchronized Optional<Mat> copy(int maxWidth) {
    return newest == null || newest.empty()
        ? Optional.empty()
        : Optional.of(PreviewJpeg.shrink(newest, maxWidth));
  }

  @Override
  public synchronized void close() {
    closed = true;
    wipeNewest();
    notifyAll();
  }

  private void wipeNewest() {
    if (newest != null) {
      wipe(newest);
    }
  }

  /** Overwrites the pixels and frees them. */
  static void wipe(Mat picture) {
    if (!picture.empty()) {
      picture.setTo(Scalar.all(0));
    }
    picture.release();
  }
}
