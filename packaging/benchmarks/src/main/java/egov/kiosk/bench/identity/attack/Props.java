package egov.kiosk.bench.identity.attack;

import egov.kiosk.bench.identity.attack.Workshop.Form;
import egov.kiosk.domain.citizen.ScreenLight;
import java.util.EnumMap;
import java.util.Map;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** What each species holds before the camera at a moment: a picture, and where it is not clear. */
final class Props implements AutoCloseable {
  private final Species species;
  private final boolean fine;
  private final Subject subject;
  private final Sculptor sculptor;
  private final Sculptor head;
  private final Mat headMask;

  /** What does not move looks the same whenever the same light is on it. */
  private final Map<ScreenLight, Prop> still = new EnumMap<>(ScreenLight.class);

  /** A picture with its mask; whoever gets one releases it. */
  record Prop(Mat picture, Mat mask) {
    Prop copy() {
      return new Prop(picture.clone(), mask.clone());
    }

    void release() {
      picture.release();
      mask.release();
    }
  }

  /**
   * @param workshop outlives this
   * @param fine whether print or screen are too fine for their raster to be seen
   */
  Props(Workshop workshop, Species species, Subject photo, boolean fine) {
    this.species = species;
    this.fine = fine;
    this.headMask = Room.headMask(photo);
    this.head = workshop.sculptor(Form.HEAD);
    this.sculptor =
        workshop.sculptor(
            switch (species) {
              case BONA_FIDE, REPLAY, INJECTED -> Form.HEAD;
              case BENT -> Form.BENT;
              case SCREEN -> Form.SCREEN;
              case PRINT_BORDER, PRINT_CUT, CUT_EYES -> Form.PAPER;
            });
    this.subject =
        switch (species) {
          case PRINT_BORDER, PRINT_CUT, CUT_EYES, BENT ->
              new Subject(Medium.printed(photo.picture(), fine), photo.shape());
          default -> photo;
        };
  }

  /**
   * @param living the moment of whoever stands there
   * @param filmed the moment of the film, for those that play one
   */
  Prop at(Moment living, Moment filmed) {
    return switch (species) {
      case BONA_FIDE -> new Prop(head.show(subject, living), headMask.clone());
      case INJECTED -> new Prop(head.show(subject, filmed), headMask.clone());
      case REPLAY -> replayed(filmed);
      case PRINT_BORDER, SCREEN, PRINT_CUT ->
          still.computeIfAbsent(living.light(), light -> flat(living)).copy();
      case BENT -> new Prop(sculptor.show(subject, noLids(living)), headMask.clone());
      case CUT_EYES -> new Prop(withEyes(living), headMask.clone());
    };
  }

  private Prop flat(Moment living) {
    return switch (species) {
      case PRINT_BORDER -> sheet(Medium.margin(portion(still(living))));
      case SCREEN -> sheet(Medium.bezel(Medium.shown(portion(still(living)), fine)));
      default -> new Prop(still(living), headMask.clone());
    };
  }

  private Mat still(Moment living) {
    return sculptor.show(subject, Moment.still(living.light()));
  }

  private static Moment noLids(Moment living) {
    return new Moment(living.turn(), living.nod(), 0, living.light());
  }

  private Prop replayed(Moment filmed) {
    Mat film = head.show(subject, filmed);
    return sheet(Medium.shown(film, fine));
  }

  private static Prop sheet(Mat picture) {
    return new Prop(picture, Room.sheetMask(picture));
  }

  private static Mat portion(Mat canvas) {
    Mat part = Medium.portion(canvas);
    canvas.release();
    return part;
  }

  /** The print, with the eyes of somebody alive in its holes. */
  private Mat withEyes(Moment living) {
    Mat print = still(living);
    Mat alive = head.show(subject, new Moment(0, 0, living.closed(), living.light()));
    Mat holes = new Mat(print.size(), org.opencv.core.CvType.CV_8U, Scalar.all(0));
    for (int eye : new int[] {36, 42}) {
      Point a = subject.shape().mean(eye);
      Point b = subject.shape().mean(eye + 3);
      Point middle = new Point((a.x + b.x) / 2, (a.y + b.y) / 2);
      double width = Math.abs(b.x - a.x);
      Size axes = new Size(width * 0.7, width * 0.4);
      Imgproc.ellipse(holes, middle, axes, 0, 0, 360, Scalar.all(255), -1);
    }
    alive.copyTo(print, holes);
    alive.release();
    holes.release();
    return print;
  }

  @Override
  public void close() {
    still.values().forEach(Prop::release);
    headMask.release();
  }
}
