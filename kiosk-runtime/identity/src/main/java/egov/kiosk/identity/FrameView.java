package egov.kiosk.identity;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.identity.liveness.Observation;
import egov.kiosk.identity.vision.Embedding;

/** What one live frame showed. Closed by whoever holds it; nothing of it may be used after that. */
interface FrameView extends AutoCloseable {
  /** What would help; {@link FaceHint#NONE} when the face can be compared. */
  FaceHint hint();

  /** Whether one face is there whose parts can be seen; it may be turned away or be badly lit. */
  boolean hasFace();

  /**
   * How good the face is, above 0 to 1.
   *
   * @throws IllegalStateException without a face
   */
  double quality();

  /**
   * The face's vector, computed now; the caller closes it.
   *
   * @throws IllegalStateException without a face
   */
  Embedding embed();

  /**
   * The face as signals of liveness see it.
   *
   * @param nanos the time on the look's clock
   * @throws IllegalStateException without a face
   */
  Observation observe(long nanos);

  @Override
  void close();
}
