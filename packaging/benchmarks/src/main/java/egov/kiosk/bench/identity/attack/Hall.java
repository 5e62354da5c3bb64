package egov.kiosk.bench.identity.attack;

import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The hall behind whoever stands before the kiosk, far out of focus.
 *
 * @param picture as large as the camera's pictures
 */
record Hall(Mat picture) implements AutoCloseable {
  /** A hall from any picture. */
  static Hall of(Mat photo) {
    Mat picture = new Mat();
    Imgproc.resize(photo, picture, new Size(Room.WIDTH, Room.HEIGHT));
    Imgproc.GaussianBlur(picture, picture, new Size(0, 0), 24);
    picture.convertTo(picture, -1, 0.7, 20);
    return new Hall(picture);
  }

  /** The same hall in infrared: the lamp does not reach far. */
  Hall dark() {
    Mat faint = new Mat();
    picture.convertTo(faint, -1, 0.15, 17);
    Imgproc.cvtColor(faint, faint, Imgproc.COLOR_BGR2GRAY);
    Imgproc.cvtColor(faint, faint, Imgproc.COLOR_GRAY2BGR);
    return new Hall(faint);
  }

  @Override
  public void close() {
    picture.release();
  }
}
