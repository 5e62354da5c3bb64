package egov.kiosk.camera;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.opencv.core.Mat;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.Videoio;

/**
 * Cameras of the Linux kernel (V4L2) through OpenCV, asked for MJPG: USB has no room for raw. A
 * camera that gives JPEG pictures gives them to our own judge, not to OpenCV's decoder. One object
 * a stream.
 */
final class V4l2Source implements CaptureSource {
  /** The four characters of the format, the first in the lowest byte. */
  private static final int MJPG = 'M' | 'J' << 8 | 'P' << 16 | 'G' << 24;

  private static final long GLANCE = Duration.ofMillis(500).toNanos();

  private final CameraSettings settings;
  private final Path device;
  private final NodeWatch node;

  V4l2Source(CameraSettings settings) {
    this.settings = settings;
    this.device = settings.device().file().orElseThrow();
    this.node = new NodeWatch(settings.name(), device);
  }

  @Override
  public Capture open() throws DeviceException {
    OpenCvNative.load();
    VideoCapture video = new VideoCapture();
    try {
      if (!video.open(node.resolve().toString(), Videoio.CAP_V4L2)) {
        throw refusal();
      }
    } catch (IOException e) {
      throw refusal();
    }
    video.set(Videoio.CAP_PROP_FOURCC, MJPG);
    video.set(Videoio.CAP_PROP_FRAME_WIDTH, settings.width());
    video.set(Videoio.CAP_PROP_FRAME_HEIGHT, settings.height());
    video.set(Videoio.CAP_PROP_FPS, settings.fps());
    boolean jpeg = (int) video.get(Videoio.CAP_PROP_FOURCC) == MJPG;
    if (jpeg) {
      video.set(Videoio.CAP_PROP_CONVERT_RGB, 0);
    }
    return new Open(video, jpeg);
  }

  private DeviceException refusal() {
    if (!Files.exists(device)) {
      return new DeviceException(
          FaultCode.NO_DEVICE,
          settings.name(),
          "nothing at " + device + "; plug the camera in or correct the path");
    }
    if (!Files.isReadable(device) || !Files.isWritable(device)) {
      return new DeviceException(
          FaultCode.CANNOT_OPEN,
          settings.name(),
          "no right to use " + device + "; add the runtime's user to group video");
    }
    return new DeviceException(
        FaultCode.CAMERA_LOST,
        settings.name(),
        device + " does not open; is it a camera, and is no other program using it?");
  }

  private final class Open implements Capture {
    private final VideoCapture video;
    private final boolean jpeg;
    private final JpegEye eye = new JpegEye(settings.name());
    private final Mat raw = new Mat();
    private long glanced = System.nanoTime();

    Open(VideoCapture video, boolean jpeg) {
      this.video = video;
      this.jpeg = jpeg;
    }

    @Override
    public boolean read(Mat into) throws DeviceException {
      glance();
      if (!jpeg) {
        return video.read(into);
      }
      while (video.read(raw)) {
        byte[] bytes = new byte[Math.toIntExact(raw.total() * raw.elemSize())];
        raw.get(0, 0, bytes);
        if (eye.decode(bytes, into)) {
          return true;
        }
      }
      return false;
    }

    private void glance() throws DeviceException {
      long now = System.nanoTime();
      if (now - glanced >= GLANCE) {
        glanced = now;
        node.glance();
      }
    }

    @Override
    public long stamp() {
      return Math.round(video.get(Videoio.CAP_PROP_POS_MSEC) * 1000);
    }

    @Override
    public void close() {
      // Not overwritten: these bytes are the kernel's own buffers, which it maps away.
      raw.release();
      video.release();
    }
  }
}
