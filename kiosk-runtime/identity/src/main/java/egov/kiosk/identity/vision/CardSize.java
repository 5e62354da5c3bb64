package egov.kiosk.identity.vision;

import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * What becomes of a photograph on an identity card: 102×126 pixels in at most 1,016 bytes (GA/T
 * 467). The card's own coding is not public; WebP at its size stands in for it.
 */
public final class CardSize {
  private static final int WIDTH = 102;
  private static final int HEIGHT = 126;
  private static final int MOST_BYTES = 1016;

  private CardSize() {}

  /** A picture cut to the card's proportions around its middle, and coded and decoded again. */
  public static Mat of(Mat picture, Scratch scratch) {
    int width = Math.min(picture.cols(), picture.rows() * WIDTH / HEIGHT);
    int height = Math.min(picture.rows(), picture.cols() * HEIGHT / WIDTH);
    Rect middle =
        new Rect((picture.cols() - width) / 2, (picture.rows() - height) / 2, width, height);
    Mat small = scratch.fresh();
    Imgproc.resize(
        scratch.view(picture.submat(middle)),
        small,
        new Size(WIDTH, HEIGHT),
        0,
        0,
        width > WIDTH ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC);
    return scratch.keep(Imgcodecs.imdecode(coded(small, scratch), Imgcodecs.IMREAD_COLOR));
  }

  /** The best quality that fits; the poorest when none does. */
  private static Mat coded(Mat small, Scratch scratch) {
    int low = 1;
    int high = 100;
    MatOfByte best = encode(small, low, scratch);
    while (low < high) {
      int middle = (low + high + 1) / 2;
      MatOfByte tried = encode(small, middle, scratch);
      if (tried.total() <= MOST_BYTES) {
        low = middle;
        best = tried;
      } else {
        high = middle - 1;
      }
    }
    return best;
  }

  private static MatOfByte encode(Mat small, int quality, Scratch scratch) {
    MatOfByte bytes = scratch.keep(new MatOfByte());
    MatOfInt how = scratch.keep(new MatOfInt(Imgcodecs.IMWRITE_WEBP_QUALITY, quality));
    Imgcodecs.imencode(".webp", small, bytes, how);
    return bytes;
  }
}
