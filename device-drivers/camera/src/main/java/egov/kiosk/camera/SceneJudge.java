package egov.kiosk.camera;

import egov.kiosk.domain.device.FaultCode;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Whether a picture is lit so that a face could be seen in it; looks at 64 by 36 pixels. */
final class SceneJudge {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 36;

  /** Grey values, 0 to 255. */
  private static final double DARK = 42;

  /** A finger or tape lets some light through, but nothing can be made out. */
  private static final double COVERED = 75;

  private static final double COVERED_CONTRAST = 5;
  private static final int OUTSHONE = 244;
  private static final double OUTSHONE_SHARE = 0.25;
  private static final double SILHOUETTE = 80;

  /**
   * What is wrong with the light, if anything.
   *
   * @param picture BGR; not changed
   */
  Optional<FaultCode> judge(Mat picture) {
    int[] grey = shrink(picture);
    double mean = mean(grey);
    if (mean < COVERED && contrast(grey, mean) < COVERED_CONTRAST) {
      return Optional.of(FaultCode.CAMERA_COVERED);
    }
    if (mean < DARK) {
      return Optional.of(FaultCode.CAMERA_DARK);
    }
    return backLit(grey) ? Optional.of(FaultCode.CAMERA_BACK_LIT) : Optional.empty();
  }

  private static int[] shrink(Mat picture) {
    Mat small = new Mat();
    try {
      Imgproc.resize(picture, small, new Size(WIDTH, HEIGHT), 0, 0, Imgproc.INTER_AREA);
      Imgproc.cvtColor(small, small, Imgproc.COLOR_BGR2GRAY);
      byte[] bytes = new byte[WIDTH * HEIGHT];
      small.get(0, 0, bytes);
      int[] grey = new int[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        grey[i] = bytes[i] & 0xFF;
      }
      return grey;
    } finally {
      NewestPicture.wipe(small);
    }
  }

  private static double mean(int[] grey) {
    long sum = 0;
    for (int value : grey) {
      sum += value;
    }
    return (double) sum / grey.length;
  }

  private static double contrast(int[] grey, double mean) {
    double sum = 0;
    for (int value : grey) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / grey.length);
  }

  /** The middle, where a citizen stands, is a silhouette before a window. */
  private static boolean backLit(int[] grey) {
    int outer = 0;
    int outshone = 0;
    int inner = 0;
    long innerSum = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int value = grey[y * WIDTH + x];
        if (x >= WIDTH / 3 && x < WIDTH * 2 / 3 && y >= HEIGHT / 5 && y < HEIGHT * 4 / 5) {
          inner++;
          innerSum += value;
        } else {
          outer++;
          outshone += value >= OUTSHONE ? 1 : 0;
        }
      }
    }
    return outshone >= OUTSHONE_SHARE * outer && innerSum < SILHOUETTE * inner;
  }
}
