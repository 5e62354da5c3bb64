package egov.kiosk.camera;

import egov.kiosk.domain.device.DeviceException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** A camera that does what a test says: pictures of rising brightness, then what is scripted. */
final class ScriptedSource implements CaptureSource {
  final AtomicInteger opens = new AtomicInteger();
  final AtomicInteger closes = new AtomicInteger();
  final AtomicInteger reads = new AtomicInteger();
  final CountDownLatch hang = new CountDownLatch(1);
  final Queue<DeviceException> refusals = new ConcurrentLinkedQueue<>();
  volatile boolean lost;
  volatile boolean hanging;

  @Override
  public Capture open() throws DeviceException {
    opens.incrementAndGet();
    DeviceException refusal = refusals.poll();
    if (refusal != null) {
      throw refusal;
    }
    return new Capture() {
      @Override
      public boolean read(Mat into) {
        if (hanging) {
          awaitForEver();
        }
        into.create(480, 640, CvType.CV_8UC3);
        into.setTo(Scalar.all(100 + reads.incrementAndGet() % 150));
        return !lost;
      }

      @Override
      public void close() {
        closes.incrementAndGet();
      }
    };
  }

  /** A native call that hangs cannot be interrupted either. */
  private void awaitForEver() {
    while (true) {
      try {
        hang.await();
        return;
      } catch (InterruptedException e) {
        // As native code would.
      }
    }
  }
}
