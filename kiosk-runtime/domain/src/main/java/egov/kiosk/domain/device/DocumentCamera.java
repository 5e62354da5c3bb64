package egov.kiosk.domain.device;

import java.time.Duration;
import java.util.Optional;

/** A camera that looks down at a document (高拍仪). Off unless a stream is open. */
public interface DocumentCamera extends Device {
  /**
   * Switches the camera on.
   *
   * @throws DeviceException {@link FaultCode#BUSY} when a stream is open already, {@link
   *     FaultCode#NO_DEVICE} or {@link FaultCode#CAMERA_LOST} when there is no picture
   */
  Stream open() throws DeviceException;

  /** Live pictures of the table; closing it switches the camera off. Safe for several threads. */
  interface Stream extends AutoCloseable {
    /**
     * The newest picture as a JPEG for the citizen's own screen, at most 960 pixels wide; empty
     * before the first frame. Kept in RAM and never written anywhere.
     */
    Optional<byte[]> preview();

    /** Where the document lies in the newest picture; empty when none is seen. */
    Optional<PageOutline> outline();

    /**
     * Takes the document: cut out along its edges, set straight, judged.
     *
     * @param timeout how long to wait for a picture, not for a document
     * @return the page, owned (and to be closed) by the caller; with {@link PageFlaw#NO_EDGES} it
     *     is the whole picture
     * @throws DeviceException {@link FaultCode#CAMERA_LOST} when no picture came in time
     */
    DocumentPage take(Duration timeout) throws DeviceException;

    @Override
    void close();
  }
}
