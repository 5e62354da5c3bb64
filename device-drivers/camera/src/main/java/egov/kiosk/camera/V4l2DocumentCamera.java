package egov.kiosk.camera;

import egov.kiosk.camera.page.PageScanner;
import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DocumentCamera;
import egov.kiosk.domain.device.DocumentPage;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.PageOutline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A document camera (高拍仪) of the Linux kernel (V4L2): a {@link V4l2Camera} whose pictures are
 * searched for a page. Safe for use by several threads.
 */
public final class V4l2DocumentCamera extends CameraAtPlace implements DocumentCamera {
  /** The usual name. */
  public static final String NAME = "document-camera";

  /** An outline is drawn over a moving preview: one this old is of no use. */
  private static final Duration LOOK = Duration.ofMillis(500);

  private final PageScanner scanner = new PageScanner();

  public V4l2DocumentCamera(CameraSettings settings, InstantSource clock) {
    this(new V4l2Camera(settings, clock));
  }

  V4l2DocumentCamera(V4l2Camera camera) {
    super(camera);
  }

  @Override
  public Stream open() throws DeviceException {
    return new Open(camera.open());
  }

  private final class Open implements Stream {
    private final Camera.Stream pictures;

    Open(Camera.Stream pictures) {
      this.pictures = pictures;
    }

    @Override
    public Optional<byte[]> preview() {
      return pictures.preview();
    }

    @Override
    public Optional<PageOutline> outline() {
      Optional<Frame> next = pictures.next(LOOK);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      try (Frame frame = next.get()) {
        return scanner.outline(frame);
      }
    }

    @Override
    public DocumentPage take(Duration timeout) throws DeviceException {
      try (Frame frame =
          pictures
              .next(timeout)
              .orElseThrow(
                  () ->
                      new DeviceException(
                          FaultCode.CAMERA_LOST, name(), "no picture came in time"))) {
        return scanner.scan(frame);
      }
    }

    @Override
    public void close() {
      pictures.close();
    }
  }
}
