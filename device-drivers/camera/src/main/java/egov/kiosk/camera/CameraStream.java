package egov.kiosk.camera;

import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** An open camera: the capture thread lives exactly as long as this. */
final class CameraStream implements Camera.Stream {
  private static final int PREVIEW_WIDTH = 640;

  /** Less than the 5 s every thread is given; a native read that hangs is left behind. */
  private static final Duration STOP = Duration.ofSeconds(4);

  private final String name;
  private final NewestPicture pictures;
  private final CaptureLoop loop;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * @param ended told, on the capture thread, when the camera is off
   */
  CameraStream(
      String name, NewestPicture pictures, CaptureLoop loop, Consumer<CameraStream> ended) {
    this.name = name;
    this.pictures = pictures;
    this.loop = loop;
    this.thread =
        new Thread(
            () -> {
              try {
                loop.run();
              } finally {
                ended.accept(this);
              }
            },
            "device-" + name);
    thread.setDaemon(true);
  }

  /**
   * Switches the camera on and waits for its first picture.
   *
   * @throws DeviceException when none came in time; the stream is to be closed then
   */
  void start(Duration timeout) throws DeviceException {
    thread.start();
    try {
      loop.firstPicture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof DeviceException refused ? refused : noPicture(e.getCause());
    } catch (TimeoutException | CancellationException e) {
      throw noPicture(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw noPicture(e);
    }
  }

  private DeviceException noPicture(Throwable cause) {
    return new DeviceException(
        FaultCode.CAMERA_LOST, name, "the camera is on but gives no picture", cause);
  }

  /** Whether this was closed, but its thread still hangs in the device's driver. */
  boolean hangs() {
    return closed && thread.isAlive();
  }

  @Override
  public Optional<Frame> next(Duration timeout) {
    return pictures.await(timeout);
  }

  @Override
  public Optional<byte[]> preview() {
    return closed ? Optional.empty() : pictures.copy(PREVIEW_WIDTH).map(PreviewJpeg::encode);
  }

  @Override
  public void close() {
    closed = true;
    loop.stop();
    pictures.close();
    try {
      thread.join(STOP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
