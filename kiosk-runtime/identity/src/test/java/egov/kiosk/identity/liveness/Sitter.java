package egov.kiosk.identity.liveness;

import egov.kiosk.domain.citizen.ScreenLight;
import egov.kiosk.identity.vision.FaceBox;
import egov.kiosk.identity.vision.FaceLandmarker;
import egov.kiosk.identity.vision.FaceShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * A schematic face whose every part a test moves: 320×320 pixels, eyes 80 apart, lit as a head is,
 * more in the middle than at its sides. OpenCV must be loaded.
 */
public final class Sitter {
  private static final int SIDE = 320;
  private static final double LEVEL = 0.55;

  /** The outline from an ear to the chin: how far from the middle, and how low. */
  private static final int[][] JAW = {
    {77, 120}, {77, 140}, {75, 160}, {71, 185}, {65, 210}, {53, 227}, {38, 239}, {20, 247}, {0, 250}
  };

  /** The part by which a fully lit patch gets brighter. */
  public double middle = 0.06;

  public double sides = 0.03;

  /** Of the chin; as the sides unless told. */
  public double chin = -1;

  /** Of the tip of the nose; as the middle unless told. */
  public double nose = -1;

  /** Of the place beside the chin; as the chin unless told. */
  public double besideChin = -1;

  /** Of the lower part of one cheek; as the sides unless told. */
  public double cheek = -1;

  public double turn;
  public double nod;

  /** Tilts the picture of the face as a sheet of paper is tilted. */
  public double sheet = 1;

  /** What a signal sees of it. */
  public Observation at(long millis, ScreenLight light) {
    return new Observation(
        picture(light), new FaceBox(80, 80, 160, 180, 1), shape(), millis * 1_000_000);
  }

  private Mat picture(ScreenLight light) {
    Mat picture = new Mat(SIDE, SIDE, CvType.CV_8UC3, lit(light, sides));
    if (chin >= 0) {
      Imgproc.circle(picture, new Point(160, 245), 36, lit(light, chin), -1);
    }
    if (besideChin >= 0) {
      Imgproc.circle(picture, new Point(180, 237), 14, lit(light, besideChin), -1);
    }
    if (cheek >= 0) {
      Imgproc.circle(picture, new Point(90, 190), 40, lit(light, cheek), -1);
    }
    Imgproc.circle(picture, new Point(160, 165), 45, lit(light, middle), -1);
    if (nose >= 0) {
      Imgproc.circle(picture, new Point(160, 181), 13, lit(light, nose), -1);
    }
    return picture;
  }

  private static Scalar lit(ScreenLight light, double gain) {
    return new Scalar(
        150 * (1 + gain * light.blue()),
        160 * (1 + gain * light.green()),
        190 * (1 + gain * light.red()));
  }

  /** Where its parts are now. */
  public FaceShape shape() {
    List<Point> points = new ArrayList<>(Collections.nCopies(FaceLandmarker.POINTS, at(160, 165)));
    for (int i = 0; i < JAW.length; i++) {
      points.set(i, at(160 - JAW[i][0], JAW[i][1]));
      points.set(16 - i, at(160 + JAW[i][0], JAW[i][1]));
    }
    Point nose = at(160 + turn * 80, 140 + (LEVEL + nod) * 75);
    points.set(29, nose);
    points.set(30, nose);
    for (int i = 36; i < 42; i++) {
      points.set(i, at(120, 140));
      points.set(i + 6, at(200, 140));
    }
    for (int i : new int[] {48, 60}) {
      points.set(i, at(140, 215));
      points.set(i == 48 ? 54 : 64, at(180, 215));
    }
    return new FaceShape(points);
  }

  private Point at(double x, double y) {
    return new Point(160 + (x - 160) * sheet, y + (x - 160) * (1 - sheet) * 0.3);
  }
}
