package egov.kiosk.bench.identity;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.identity.quality.Composition;
import egov.kiosk.identity.quality.FaceQuality;
import egov.kiosk.identity.quality.QualityGate;
import egov.kiosk.identity.vision.FaceBox;
import egov.kiosk.identity.vision.FaceEngine;
import egov.kiosk.identity.vision.FaceShape;
import egov.kiosk.identity.vision.Scratch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

/** How often people who wear neither mask nor dark glasses are told to take them off. */
final class HintRates {
  private HintRates() {}

  static List<String> run(Lab lab, Path folder) throws Exception {
    FaceEngine engine = new FaceEngine(lab.pack());
    Map<FaceHint, Integer> hints = new EnumMap<>(FaceHint.class);
    int faces = 0;
    try (var files = Files.list(folder.resolve("images"))) {
      for (Path file : files.sorted().toList()) {
        FaceHint hint = hint(engine, file);
        if (hint != FaceHint.LOOK) {
          faces++;
          hints.merge(hint, 1, Integer::sum);
        }
        if (hint == FaceHint.MASK || hint == FaceHint.GLASSES) {
          System.err.println("  " + hint + " " + file.getFileName());
        }
      }
    }
    return List.of(String.format(Locale.ROOT, "hints %s of %d faces", hints, faces));
  }

  private static FaceHint hint(FaceEngine engine, Path file) {
    try (Scratch scratch = new Scratch()) {
      Mat picture = scratch.keep(Imgcodecs.imread(file.toString()));
      List<FaceBox> faces = picture.empty() ? List.of() : engine.detect(picture, 0.65);
      if (faces.isEmpty()) {
        return FaceHint.LOOK;
      }
      FaceShape shape = new FaceShape(engine.points(picture, Composition.nearest(faces)));
      Mat straight = engine.straighten(picture, shape.points(), scratch);
      FaceQuality quality = QualityGate.judge(shape, straight);
      return QualityGate.pose(shape) == FaceHint.NONE ? quality.hint() : QualityGate.pose(shape);
    }
  }
}
