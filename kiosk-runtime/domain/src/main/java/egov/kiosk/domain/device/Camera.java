package egov.kiosk.domain.device;

import egov.kiosk.domain.citizen.FrameSource;
import java.util.Optional;

/** A camera that looks at the citizen. Off, and its lamp dark, unless a stream is open. */
public interface Camera extends Device {
  /**
   * Switches the camera on.
   *
   * @throws DeviceException {@link FaultCode#BUSY} when a stream is open already, {@link
   *     FaultCode#NO_DEVICE} or {@link FaultCode#CAMERA_LOST} when there is no picture
   */
  Stream open() throws DeviceException;

  /** Live pictures; closing it switches the camera off. Safe for use by several threads. */
  interface Stream extends FrameSource, AutoCloseable {
    /**
     * The newest picture as a JPEG for the citizen's own screen, at most 640 pixels wide; empty
     * before the first frame. Kept in RAM and never written anywhere.
     */
    Optional<byte[]> preview();

    @Override
    void close();
  }
}
