package egov.kiosk.identity;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.identity.liveness.InfraredView;
import egov.kiosk.identity.liveness.Observation;
import egov.kiosk.identity.portrait.PortraitPicture;
import egov.kiosk.identity.quality.Composition;
import egov.kiosk.identity.quality.FaceQuality;
import egov.kiosk.identity.quality.QualityGate;
import egov.kiosk.identity.vision.Embedding;
import egov.kiosk.identity.vision.FaceBox;
import egov.kiosk.identity.vision.FaceEngine;
import egov.kiosk.identity.vision.FaceShape;
import egov.kiosk.identity.vision.Scratch;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Turns pictures into faces: portraits leniently, live frames only when they are good. */
final class FaceReader {
  private static final double SURE = 0.65;
  private static final double LENIENT = 0.3;

  /** No face camera takes larger pictures; one that does is not looked at. */
  private static final int LARGEST = 4096;

  /** Mean grey value of an infrared picture in which the lamp lights something. */
  static final double LEAST_LAMP = 6;

  /** Spread of the grey values of one in which something can be made out: nothing lies on it. */
  static final double LEAST_CONTRAST = 5;

  /** So small that a sensor's noise is no contrast. */
  private static final Size THUMBNAIL = new Size(64, 36);

  private final FaceEngine engine;

  FaceReader(FaceEngine engine) {
    this.engine = engine;
  }

  /** The largest face of a card's portrait, or empty when none is found. */
  Optional<Embedding> portrait(PortraitPicture portrait) {
    return largest(portrait, engine::embedCoarse);
  }

  /** The largest face of a photograph, compared as one live frame is. */
  Optional<Embedding> photo(PortraitPicture photo) {
    return largest(
        photo,
        (picture, points) -> {
          try (Scratch scratch = new Scratch()) {
            return engine.embed(engine.straighten(picture, points, scratch));
          }
        });
  }

  private Optional<Embedding> largest(
      PortraitPicture photo, BiFunction<Mat, List<Point>, Embedding> embed) {
    try (Scratch scratch = new Scratch()) {
      Mat picture = mat(photo.width(), photo.height(), photo.bgr(), scratch);
      List<FaceBox> faces = engine.detect(picture, SURE);
      if (faces.isEmpty()) {
        faces = engine.detect(picture, LENIENT);
      }
      if (faces.isEmpty()) {
        return Optional.empty();
      }
      List<Point> points = engine.points(picture, Composition.nearest(faces));
      return Optional.of(embed.apply(picture, points));
    }
  }

  /** What a live frame shows; the frame can be closed at once, the answer by the caller. */
  FrameView live(Frame frame, Composition composition) {
    if (frame.width() > LARGEST || frame.height() > LARGEST) {
      return new NoFace(FaceHint.LOOK);
    }
    Scratch scratch = new Scratch();
    FrameView view = null;
    try {
      Mat picture = mat(frame.width(), frame.height(), frame.bgr(), scratch);
      view = look(picture, composition, scratch);
      return view;
    } finally {
      if (view == null || !view.hasFace()) {
        scratch.close();
      }
    }
  }

  private FrameView look(Mat picture, Composition composition, Scratch scratch) {
    List<FaceBox> faces = engine.detect(picture, SURE);
    if (faces.isEmpty()) {
      return new NoFace(QualityGate.absence(picture));
    }
    FaceHint hint = composition.judge(faces, picture.rows());
    if (hint != FaceHint.NONE) {
      return new NoFace(hint);
    }
    FaceBox box = Composition.nearest(faces);
    FaceShape shape = new FaceShape(engine.points(picture, box));
    Mat straight = engine.straighten(picture, shape.points(), scratch);
    FaceHint pose = QualityGate.pose(shape);
    FaceQuality quality =
        pose == FaceHint.NONE ? QualityGate.judge(shape, straight) : new FaceQuality(pose, 0.1);
    return new SeenFace(engine, scratch, picture, straight, box, shape, quality);
  }

  /** Tells what an infrared frame shows; every picture it makes is overwritten after that. */
  void infrared(Frame frame, Consumer<InfraredView> then) {
    if (frame.width() > LARGEST || frame.height() > LARGEST) {
      return;
    }
    try (Scratch scratch = new Scratch()) {
      Mat picture = mat(frame.width(), frame.height(), frame.bgr(), scratch);
      List<FaceBox> faces = engine.detect(picture, LENIENT);
      Optional<Observation> face = Optional.empty();
      if (!faces.isEmpty()) {
        FaceBox box = Composition.nearest(faces);
        FaceShape shape = new FaceShape(engine.points(picture, box));
        face = Optional.of(new Observation(picture, box, shape, 0));
      }
      then.accept(new InfraredView(lit(picture, scratch), face));
    }
  }

  private static boolean lit(Mat picture, Scratch scratch) {
    Mat small = scratch.fresh();
    Imgproc.resize(picture, small, THUMBNAIL, 0, 0, Imgproc.INTER_AREA);
    MatOfDouble mean = scratch.keep(new MatOfDouble());
    MatOfDouble spread = scratch.keep(new MatOfDouble());
    Core.meanStdDev(small, mean, spread);
    return mean.toArray()[1] >= LEAST_LAMP && spread.toArray()[1] >= LEAST_CONTRAST;
  }

  private static Mat mat(int width, int height, byte[] bgr, Scratch scratch) {
    Mat picture = scratch.keep(new Mat(height, width, CvType.CV_8UC3));
    picture.put(0, 0, bgr);
    return picture;
  }
}
