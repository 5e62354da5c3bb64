package egov.kiosk.identity.liveness;

import egov.kiosk.identity.vision.FaceBox;
import egov.kiosk.identity.vision.FaceShape;
import java.util.Objects;
import org.opencv.core.Mat;

/**
 * One face as a signal sees it.
 *
 * @param picture the whole frame, blue, green, red; valid only while the signal looks
 * @param box where the face is
 * @param shape where its parts are
 * @param nanos when the frame was taken, on the clock of the look
 */
public record Observation(Mat picture, FaceBox box, FaceShape shape, long nanos) {
  public Observation {
    Objects.requireNonNull(picture, "picture");
    Objects.requireNonNull(box, "box");
    Objects.requireNonNull(shape, "shape");
  }
}
