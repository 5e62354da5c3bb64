package egov.kiosk.bench.identity.attack;

import egov.kiosk.bench.identity.attack.Props.Prop;
import egov.kiosk.bench.identity.attack.Workshop.Form;
import egov.kiosk.domain.citizen.ScreenLight;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * What each species looks like at 850 nm, lit by the camera's own lamp, as far as it is known from
 * books: skin bright and the redness of lips gone, glass of a screen black, most ink clear so that
 * a print is a white sheet, and ink with soot as dark as in visible light. No infrared camera ever
 * took these pictures.
 */
final class InfraredProps implements AutoCloseable {
  private static final Scalar PAPER = Scalar.all(175);
  private static final Scalar GLASS = Scalar.all(7);

  private final Species species;
  private final boolean soot;
  private final Subject person;
  private final Sculptor relief;
  private final Mat lamp;
  private final Mat headMask;

  /**
   * @param workshop outlives this
   * @param photo of the person who stands there, or whom the attack shows
   * @param soot whether a print's ink is seen in infrared
   */
  InfraredProps(Workshop workshop, Species species, Subject photo, boolean soot) {
    this.species = species;
    this.soot = soot;
    this.headMask = Room.headMask(photo);
    Form form =
        switch (species) {
          case BENT -> Form.BENT;
          case PRINT_BORDER, PRINT_CUT, CUT_EYES -> Form.PAPER_IN_LAMP;
          default -> Form.HEAD;
        };
    this.relief = workshop.sculptor(form);
    this.lamp = lamp(form.relief(), form == Form.HEAD ? Sculptor.aside(photo) : 0);
    this.person = new Subject(grey(photo.picture()), photo.shape());
  }

  /** Mostly the red of a picture, as near infrared is its neighbour, and brighter. */
  private static Mat grey(Mat picture) {
    List<Mat> colours = new ArrayList<>();
    Core.split(picture, colours);
    Mat one = new Mat();
    Core.addWeighted(colours.get(2), 0.75, colours.get(1), 0.15, 25, one);
    Mat three = new Mat();
    Core.merge(List.of(one, one, one), three);
    colours.forEach(Mat::release);
    one.release();
    return three;
  }

  private static Mat lamp(Relief form, int aside) {
    Point origin = Relief.origin();
    Mat lamp = new Mat(Subject.SIDE, Subject.SIDE, CvType.CV_32FC3);
    float[] row = new float[Subject.SIDE * 3];
    for (int y = 0; y < Subject.SIDE; y++) {
      for (int x = 0; x < Subject.SIDE; x++) {
        double here =
            0.25
                + 0.75
                    * form.lit(
                        (x - aside - origin.x) / Subject.EYES, (y - origin.y) / Subject.EYES);
        for (int i = 0; i < 3; i++) {
          row[3 * x + i] = (float) here;
        }
      }
      lamp.put(y, 0, row);
    }
    return lamp;
  }

  /** What stands there at that moment; nothing when only a stream is injected. */
  Prop at(Moment living) {
    return switch (species) {
      case BONA_FIDE -> new Prop(lit(living), headMask.clone());
      case SCREEN -> sheet(Medium.bezel(Medium.portion(plain(GLASS))));
      case REPLAY -> sheet(glass());
      case PRINT_BORDER -> sheet(Medium.margin(Medium.portion(print(living))));
      case PRINT_CUT, BENT, CUT_EYES -> new Prop(print(living), headMask.clone());
      case INJECTED -> new Prop(plain(GLASS), plainMask());
    };
  }

  private Mat lit(Moment living) {
    Mat turned =
        relief.show(
            person, new Moment(living.turn(), living.nod(), living.closed(), ScreenLight.OFF));
    Core.multiply(turned, lamp, turned, 1, CvType.CV_8U);
    return turned;
  }

  private Mat print(Moment living) {
    Mat sheet = soot ? person.picture().clone() : plain(PAPER);
    if (species == Species.BENT) {
      Mat bent = relief.show(new Subject(sheet, person.shape()), turned(living));
      sheet.release();
      sheet = bent;
    }
    Core.multiply(sheet, lamp, sheet, 1, CvType.CV_8U);
    return sheet;
  }

  private static Moment turned(Moment living) {
    return new Moment(living.turn(), living.nod(), 0, ScreenLight.OFF);
  }

  private static Mat plain(Scalar colour) {
    return new Mat(Subject.SIDE, Subject.SIDE, CvType.CV_8UC3, colour);
  }

  /** Black glass, and in it the lamp. */
  private static Mat glass() {
    Mat glass = plain(GLASS);
    Imgproc.circle(glass, new Point(Subject.SIDE / 2.0, 150), 14, Scalar.all(250), -1);
    Imgproc.GaussianBlur(glass, glass, new Size(0, 0), 6);
    return glass;
  }

  private static Mat plainMask() {
    return new Mat(Subject.SIDE, Subject.SIDE, CvType.CV_8U, Scalar.all(0));
  }

  private static Prop sheet(Mat picture) {
    return new Prop(picture, Room.sheetMask(picture));
  }

  @Override
  public void close() {
    lamp.release();
    headMask.release();
    person.picture().release();
  }
}
