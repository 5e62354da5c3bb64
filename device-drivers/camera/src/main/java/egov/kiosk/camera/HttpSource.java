package egov.kiosk.camera;

import egov.kiosk.camera.http.HttpPictures;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.opencv.core.Mat;

/** A network camera: MJPEG over HTTP. */
final class HttpSource implements CaptureSource {
  /** Less than a stream waits for its thread when it is closed. */
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final String name;
  private final URI url;

  HttpSource(String name, URI url) {
    this.name = name;
    this.url = url;
  }

  @Override
  public Capture open() throws DeviceException {
    OpenCvNative.load();
    try {
      return new Open(HttpPictures.open(url, JpegEye.MOST_BYTES, LIMIT), new JpegEye(name));
    } catch (IOException e) {
      throw new DeviceException(
          FaultCode.CAMERA_LOST,
          name,
          "no stream of JPEG pictures at the configured address; look at the camera and its network",
          e);
    }
  }

  private record Open(HttpPictures pictures, JpegEye eye) implements Capture {
    @Override
    public boolean read(Mat into) throws DeviceException {
      try {
        Optional<byte[]> jpeg = pictures.next();
        while (jpeg.isPresent() && !eye.decode(jpeg.get(), into)) {
          jpeg = pictures.next();
        }
        return jpeg.isPresent();
      } catch (IOException e) {
        return false;
      }
    }

    @Override
    public void close() {
      pictures.close();
    }
  }
}
