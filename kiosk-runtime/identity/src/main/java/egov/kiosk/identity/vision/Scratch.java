package egov.kiosk.identity.vision;

import java.util.ArrayDeque;
import java.util.Deque;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/**
 * Native pictures that live for one computation. Closing overwrites their pixels and frees them at
 * once: the garbage collector would do neither in time. One thread only.
 */
public final class Scratch implements AutoCloseable {
  private static final Scalar ZERO = Scalar.all(0);

  private final Deque<Mat> views = new ArrayDeque<>();
  private final Deque<Mat> pictures = new ArrayDeque<>();

  /** Registers a picture with pixels of its own, and hands it back. */
  public <M extends Mat> M keep(M picture) {
    pictures.push(picture);
    return picture;
  }

  /** An empty picture to compute into. */
  public Mat fresh() {
    return keep(new Mat());
  }

  /** Registers a part of another picture: freed, but not overwritten, as the pixels are not its. */
  Mat view(Mat part) {
    views.push(part);
    return part;
  }

  @Override
  public void close() {
    views.forEach(Mat::release);
    views.clear();
    while (!pictures.isEmpty()) {
      Mat picture = pictures.pop();
      if (!picture.empty()) {
        // A blob has four dimensions, which setTo does not take; as one row it has two.
        Mat row = picture.reshape(1, 1);
        row.setTo(ZERO);
        row.release();
      }
      picture.release();
    }
  }
}
