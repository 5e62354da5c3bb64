package egov.kiosk.camera;

import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A camera of the Linux kernel (V4L2), or one in the network (MJPEG over HTTP). Off unless a stream
 * is open; then the thread {@code device-NAME} films, and after a loss switches the camera on again
 * as soon as it is back. Frames stay in RAM and are overwritten when the stream closes. Safe for
 * use by several threads.
 *
 * <p>A picture hangs for as long as the kernel's driver does: OpenCV gives up after 10 s, and until
 * then {@link #open} answers {@link FaultCode#CAMERA_LOST}. Nobody else waits for it.
 */
public final class V4l2Camera implements Camera, AutoCloseable {
  private static final Duration FIRST_PICTURE = Duration.ofSeconds(5);

  private final Function<CameraSettings, CaptureSource> sources;
  private final InstantSource clock;
  private final StatusKeeper status;
  private final LifeWatch life = new LifeWatch();
  private final AtomicReference<CameraStream> current = new AtomicReference<>();
  private volatile CameraSettings settings;

  public V4l2Camera(CameraSettings settings, InstantSource clock) {
    this(settings, clock, V4l2Camera::source);
  }

  V4l2Camera(
      CameraSettings settings,
      InstantSource clock,
      Function<CameraSettings, CaptureSource> sources) {
    this.settings = settings;
    this.clock = clock;
    this.sources = sources;
    this.status = new StatusKeeper(clock, this::present);
  }

  private static CaptureSource source(CameraSettings settings) {
    return settings.device().url().isPresent()
        ? new HttpSource(settings.name(), settings.device().url().get())
        : new V4l2Source(settings);
  }

  /** A network camera is believed to be there until it was needed and was not. */
  private boolean present() {
    return settings.device().file().map(Files::exists).orElse(true);
  }

  /** Takes new settings, from the next stream on. */
  public void reconfigure(CameraSettings next) {
    settings = next;
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public DeviceStatus status() {
    return status.status();
  }

  @Override
  public Stream open() throws DeviceException {
    NewestPicture pictures = new NewestPicture();
    CaptureLoop loop =
        new CaptureLoop(settings.name(), sources.apply(settings), pictures, status, life, clock);
    CameraStream stream =
        new CameraStream(
            settings.name(), pictures, loop, ended -> current.compareAndSet(ended, null));
    CameraStream other = current.compareAndExchange(null, stream);
    if (other != null) {
      throw other.hangs()
          ? new DeviceException(
              FaultCode.CAMERA_LOST, name(), "the camera's driver does not answer")
          : new DeviceException(FaultCode.BUSY, name(), "a stream is open already");
    }
    try {
      stream.start(FIRST_PICTURE);
      return stream;
    } catch (DeviceException e) {
      stream.close();
      throw e;
    }
  }

  /** Closes the open stream, if there is one. */
  @Override
  public void close() {
    CameraStream stream = current.get();
    if (stream != null) {
      stream.close();
    }
  }
}
