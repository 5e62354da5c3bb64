package egov.kiosk.identity;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.identity.portrait.PortraitPicture;
import egov.kiosk.identity.vision.Embedding;
import egov.kiosk.identity.vision.FaceBox;
import egov.kiosk.identity.vision.FaceEngine;
import egov.kiosk.identity.vision.Scratch;
import java.util.List;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** Turns pictures into face vectors: portraits leniently, live frames only when they are good. */
final class FaceReader {
  private static final double SURE = 0.65;
  private static final double LENIENT = 0.3;

  private final FaceEngine engine;

  FaceReader(FaceEngine engine) {
    this.engine = engine;
  }

  /** The largest face of a portrait, or empty when none is found. */
  Optional<Embedding> portrait(PortraitPicture portrait) {
    try (Scratch scratch = new Scratch()) {
      Mat picture = mat(portrait.width(), portrait.height(), portrait.bgr(), scratch);
      List<FaceBox> faces = engine.detect(picture, SURE);
      if (faces.isEmpty()) {
        faces = engine.detect(picture, LENIENT);
      }
      if (faces.isEmpty()) {
        return Optional.empty();
      }
      FaceBox face = QualityGate.nearest(faces);
      return Optional.of(engine.embed(engine.straighten(picture, face, scratch)));
    }
  }

  /** What a live frame shows; the caller closes the answer. */
  FrameView live(Frame frame, QualityGate gate) {
    try (Scratch scratch = new Scratch()) {
      Mat picture = mat(frame.width(), frame.height(), frame.bgr(), scratch);
      List<FaceBox> faces = engine.detect(picture, SURE);
      if (faces.isEmpty()) {
        return FrameView.unusable(gate.absence(picture));
      }
      FaceHint composition = gate.composition(faces, frame.height());
      if (composition != FaceHint.NONE) {
        return FrameView.unusable(composition);
      }
      Mat straight = engine.straighten(picture, QualityGate.nearest(faces), scratch);
      FaceHint quality = gate.picture(straight);
      if (quality != FaceHint.NONE) {
        return FrameView.unusable(quality);
      }
      return new FrameView(FaceHint.NONE, Optional.of(engine.embed(straight)));
    }
  }

  private static Mat mat(int width, int height, byte[] bgr, Scratch scratch) {
    Mat picture = scratch.keep(new Mat(height, width, CvType.CV_8UC3));
    picture.put(0, 0, bgr);
    return picture;
  }
}
