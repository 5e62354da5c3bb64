package egov.kiosk.camera;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.nio.file.Files;
import org.opencv.core.Mat;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.Videoio;

/** Cameras of the Linux kernel (V4L2) through OpenCV, asked for MJPG: USB has no room for raw. */
final class V4l2Source implements CaptureSource {
  /** The four characters of the format, the first in the lowest byte. */
  private static final int MJPG = 'M' | 'J' << 8 | 'P' << 16 | 'G' << 24;

  private final CameraSettings settings;

  V4l2Source(CameraSettings settings) {
    this.settings = settings;
  }

  @Override
  public Capture open() throws DeviceException {
    OpenCvNative.load();
    VideoCapture video = new VideoCapture();
    if (!video.open(settings.device().toString(), Videoio.CAP_V4L2)) {
      throw refusal();
    }
    video.set(Videoio.CAP_PROP_FOURCC, MJPG);
    video.set(Videoio.CAP_PROP_FRAME_WIDTH, settings.width());
    video.set(Videoio.CAP_PROP_FRAME_HEIGHT, settings.height());
    video.set(Videoio.CAP_PROP_FPS, settings.fps());
    return new Open(video);
  }

  private DeviceException refusal() {
    if (!Files.exists(settings.device())) {
      return new DeviceException(
          FaultCode.NO_DEVICE,
          settings.name(),
          "nothing at " + settings.device() + "; plug the camera in or correct the path");
    }
    if (!Files.isReadable(settings.device()) || !Files.isWritable(settings.device())) {
      return new DeviceException(
          FaultCode.CANNOT_OPEN,
          settings.name(),
          "no right to use " + settings.device() + "; add the runtime's user to group video");
    }
    return new DeviceException(
        FaultCode.CAMERA_LOST,
        settings.name(),
        settings.device() + " does not open; is it a camera, and is no other program using it?");
  }

  private record Open(VideoCapture video) implements Capture {
    @Override
    public boolean read(Mat into) {
      return video.read(into);
    }

    @Override
    public void close() {
      video.release();
    }
  }
}
