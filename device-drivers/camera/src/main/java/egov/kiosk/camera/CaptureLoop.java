package egov.kiosk.camera;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of the capture thread: switch the camera on, publish picture after picture, and when it
 * is lost, try again with growing pauses until stopped.
 *
 * <pre>
 *            open ok                read false
 *  OPENING ----------&gt; FILMING ------------------&gt; PAUSING (100 ms, doubling to 1 s)
 *     ^  \____open refused_________________________/  |
 *     |_______________________________________________|      stop() ends it from anywhere
 * </pre>
 *
 * <p>Pictures that are not {@link LifeWatch live} are read and thrown away; after some seconds of
 * them the camera is switched off and on. A device that is not the one the stream began with, or
 * that changes the size of its pictures, ends the loop.
 */
final class CaptureLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(CaptureLoop.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final Set<FaultCode> ENDING =
      Set.of(FaultCode.NOT_THE_ACCEPTED_DEVICE, FaultCode.CONTRADICTION);

  /** Pictures that are not live before the camera is switched off and on. */
  private static final int PATIENCE = 30;

  private final String name;
  private final CaptureSource source;
  private final NewestPicture pictures;
  private final StatusKeeper status;
  private final InstantSource clock;
  private final LifeWatch life;
  private final SceneWatch scene = new SceneWatch(System::nanoTime);
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CompletableFuture<Void> firstPicture = new CompletableFuture<>();
  private Size size;
  private boolean lossTold;
  private boolean over;

  CaptureLoop(
      String name,
      CaptureSource source,
      NewestPicture pictures,
      StatusKeeper status,
      LifeWatch life,
      InstantSource clock) {
    this.name = name;
    this.source = source;
    this.pictures = pictures;
    this.status = status;
    this.life = life;
    this.clock = clock;
  }

  /** Done at the first picture; fails with a {@link DeviceException} when there will be none. */
  CompletableFuture<Void> firstPicture() {
    return firstPicture;
  }

  /** Asks the loop to end; it does after the read under way. */
  void stop() {
    stop.countDown();
  }

  private boolean stopped() {
    return stop.getCount() == 0;
  }

  @Override
  public void run() {
    try {
      Duration pause = FIRST_PAUSE;
      while (!stopped() && !over) {
        pause = film() ? FIRST_PAUSE : pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        if (!over && stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | LinkageError e) {
      LOG.error("{}: the capture thread ended", name, e);
      lost(new DeviceException(FaultCode.CAMERA_LOST, name, "OpenCV failed", e));
    } finally {
      pictures.close();
      status.off();
      firstPicture.cancel(false);
    }
  }

  /** Films until the camera is lost or the loop stopped; whether there was any picture. */
  private boolean film() {
    boolean any = false;
    Mat spare = null;
    try (Capture capture = source.open()) {
      spare = new Mat();
      int held = 0;
      while (!stopped() && capture.read(spare)) {
        demandSameSize(spare);
        if (life.live(spare, capture.stamp())) {
          any = true;
          held = 0;
          status.filming(scene.look(spare));
          spare = pictures.publish(spare, clock.instant());
          tell();
        } else {
          hold(++held);
        }
      }
      if (!stopped()) {
        lost(new DeviceException(FaultCode.CAMERA_LOST, name, "no more pictures"));
      }
    } catch (DeviceException e) {
      over = ENDING.contains(e.fault());
      lost(e);
    } finally {
      if (spare != null) {
        NewestPicture.wipe(spare);
      }
    }
    return any;
  }

  private void demandSameSize(Mat picture) throws DeviceException {
    if (size == null) {
      size = picture.size();
    } else if (!size.equals(picture.size())) {
      throw new DeviceException(
          FaultCode.CONTRADICTION, name, "its pictures changed their size in mid-stream");
    }
  }

  /** Shows nobody a picture that is not live. */
  private void hold(int held) throws DeviceException {
    pictures.clear();
    status.fault(FaultCode.CAMERA_FROZEN);
    if (held >= PATIENCE) {
      throw new DeviceException(
          FaultCode.CAMERA_FROZEN,
          name,
          "shows the same pictures again and again; look what is plugged in as the camera");
    }
  }

  /** Once a picture is there to be had. */
  private void tell() {
    if (lossTold) {
      LOG.info("{}: pictures again", name);
    }
    lossTold = false;
    firstPicture.complete(null);
  }

  private void lost(DeviceException why) {
    pictures.clear();
    status.fault(why.fault());
    if (!lossTold) {
      LOG.warn("{}; {}", why.getMessage(), over ? "the stream ends" : "trying again");
    }
    lossTold = true;
    firstPicture.completeExceptionally(why);
  }
}
