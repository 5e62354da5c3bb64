package egov.kiosk.camera.page;

import egov.kiosk.domain.device.DocumentPage;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Encodes a page so that it fits: first with less quality, then with fewer pixels. */
final class PageJpeg {
  private static final int[] QUALITIES = {90, 80, 70, 60};
  private static final double SMALLER = 0.8;

  /**
   * @param page BGR; not changed
   * @return at most {@link DocumentPage#MOST_BYTES} bytes
   */
  byte[] encode(Mat page) {
    Mat current = page.clone();
    try {
      while (true) {
        for (int quality : QUALITIES) {
          byte[] jpeg = encode(current, quality);
          if (jpeg.length <= DocumentPage.MOST_BYTES) {
            return jpeg;
          }
        }
        Imgproc.resize(current, current, new Size(), SMALLER, SMALLER, Imgproc.INTER_AREA);
      }
    } finally {
      current.setTo(Scalar.all(0));
      current.release();
    }
  }

  private static byte[] encode(Mat page, int quality) {
    MatOfByte jpeg = new MatOfByte();
    MatOfInt options = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality);
    try {
      Imgcodecs.imencode(".jpg", page, jpeg, options);
      return jpeg.toArray();
    } finally {
      jpeg.setTo(Scalar.all(0));
      jpeg.release();
      options.release();
    }
  }
}
