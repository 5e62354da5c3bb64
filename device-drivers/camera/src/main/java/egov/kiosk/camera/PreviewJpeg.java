package egov.kiosk.camera;

import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Makes the small picture in which citizens see themselves; in RAM. */
final class PreviewJpeg {
  private static final int QUALITY = 80;

  private PreviewJpeg() {}

  /** A copy that keeps its proportions, at most that wide. */
  static Mat shrink(Mat picture, int maxWidth) {
    Mat small = new Mat();
    double scale = Math.min(1, (double) maxWidth / picture.cols());
    int height = Math.max(1, (int) Math.round(picture.rows() * scale));
    Size size = new Size(Math.min(maxWidth, picture.cols()), height);
    Imgproc.resize(picture, small, size, 0, 0, Imgproc.INTER_AREA);
    return small;
  }

  /** Encodes a picture and overwrites it. */
  static byte[] encode(Mat picture) {
    MatOfByte jpeg = new MatOfByte();
    MatOfInt options = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, QUALITY);
    try {
      Imgcodecs.imencode(".jpg", picture, jpeg, options);
      return jpeg.toArray();
    } finally {
      NewestPicture.wipe(picture);
      NewestPicture.wipe(jpeg);
      options.release();
    }
  }
}
