package egov.kiosk.camera;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.picture.JpegJudge;
import egov.kiosk.domain.picture.PictureRefusedException;
import egov.kiosk.domain.picture.PictureSize;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * Makes pixels of a camera's JPEG pictures, each judged before the decoder sees it. One damaged
 * picture is left out, as cables damage some; several in a row end the camera's service.
 */
final class JpegEye {
  /** The longest picture, in bytes; enough for 12 megapixels. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final int MOST_WIDTH = 4096;
  private static final int MOST_HEIGHT = 3072;
  private static final int MOST_IN_A_ROW = 5;

  private final JpegJudge judge = new JpegJudge(MOST_BYTES, MOST_WIDTH, MOST_HEIGHT);
  private final String name;
  private int refused;

  /**
   * @param name the camera's name
   */
  JpegEye(String name) {
    this.name = name;
  }

  /**
   * Decodes a picture.
   *
   * @param into receives it whole, or is left alone
   * @return whether it was one
   * @throws DeviceException {@link FaultCode#PICTURE_REFUSED} at the fifth in a row that was none
   */
  boolean decode(byte[] jpeg, Mat into) throws DeviceException {
    try {
      PictureSize size = judge.judge(jpeg);
      decode(jpeg, size, into);
      refused = 0;
      return true;
    } catch (PictureRefusedException | CvException e) {
      refused++;
      if (refused >= MOST_IN_A_ROW) {
        refused = 0;
        throw new DeviceException(
            FaultCode.PICTURE_REFUSED, name, "sends what is no picture; exchange it", e);
      }
      return false;
    }
  }

  private static void decode(byte[] jpeg, PictureSize size, Mat into)
      throws PictureRefusedException {
    MatOfByte bytes = new MatOfByte(jpeg);
    Mat picture = new Mat();
    try {
      picture =
          Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_COLOR | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
      if (picture.cols() != size.width()
          || picture.rows() != size.height()
          || picture.type() != CvType.CV_8UC3) {
        throw new PictureRefusedException("a JPEG picture that cannot be decoded");
      }
      picture.copyTo(into);
    } finally {
      NewestPicture.wipe(picture);
      NewestPicture.wipe(bytes);
    }
  }
}
