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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * How often people who wear neither mask nor dark glasses are told to take them off, and how often
 * a mask drawn over some of them is seen.
 */
final class HintRates {
  /** Masks are drawn over each picture of this distance in the row. */
  private static final int DRAWN = 11;

  private final FaceEngine engine;
  private final Map<FaceHint, Integer> hints = new EnumMap<>(FaceHint.class);
  private final Map<Masks, Integer> masked = new EnumMap<>(Masks.class);
  private final Map<Masks, Integer> seen = new EnumMap<>(Masks.class);

  private HintRates(FaceEngine engine) {
    this.engine = engine;
  }

  static List<String> run(Lab lab, Path folder) throws Exception {
    HintRates rates = new HintRates(new FaceEngine(lab.pack()));
    try (var files = Files.list(folder.resolve("images"))) {
      int number = 0;
      for (Path file : files.sorted().toList()) {
        rates.look(file, number++ % DRAWN == 0);
      }
    }
    return rates.lines();
  }

  private void look(Path file, boolean masksToo) {
    try (Scratch scratch = new Scratch()) {
      Mat picture = scratch.keep(Imgcodecs.imread(file.toString()));
      FaceHint hint = hint(picture, scratch);
      hints.merge(hint, 1, Integer::sum);
      if (hint == FaceHint.MASK || hint == FaceHint.GLASSES) {
        System.err.println("  " + hint + " " + file.getFileName());
      }
      if (masksToo && hint == FaceHint.NONE) {
        FaceShape shape = shape(picture, engine.detect(picture, 0.65));
        for (Masks mask : Masks.values()) {
          FaceHint now = hint(mask.on(picture, shape, scratch), scratch);
          masked.merge(mask, now == FaceHint.LOOK ? 0 : 1, Integer::sum);
          seen.merge(mask, now == FaceHint.MASK ? 1 : 0, Integer::sum);
        }
      }
    }
  }

  private FaceHint hint(Mat picture, Scratch scratch) {
    List<FaceBox> faces = picture.empty() ? List.of() : engine.detect(picture, 0.65);
    if (faces.isEmpty()) {
      return FaceHint.LOOK;
    }
    FaceShape shape = shape(picture, faces);
    Mat straight = engine.straighten(picture, shape.points(), scratch);
    FaceQuality quality = QualityGate.judge(shape, straight);
    return QualityGate.pose(shape) == FaceHint.NONE ? quality.hint() : QualityGate.pose(shape);
  }

  private FaceShape shape(Mat picture, List<FaceBox> faces) {
    return new FaceShape(engine.points(picture, Composition.nearest(faces)));
  }

  private List<String> lines() {
    int faces = hints.values().stream().mapToInt(count -> count).sum();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "hints %s of %d faces",
            hints,
            faces - hints.getOrDefault(FaceHint.LOOK, 0)));
    int all = 0;
    int found = 0;
    for (Masks mask : masked.keySet()) {
      all += masked.get(mask);
      found += seen.get(mask);
      lines.add(
          String.format(
              Locale.ROOT, "masks seen, %s: %d of %d", mask, seen.get(mask), masked.get(mask)));
    }
    lines.add(String.format(Locale.ROOT, "masks seen, all: %d of %d", found, all));
    return lines;
  }
}
