package egov.kiosk.bench.identity;

import egov.kiosk.bench.Medians;
import egov.kiosk.bench.Ratio;
import egov.kiosk.identity.vision.Embedding;
import egov.kiosk.identity.vision.FaceBox;
import egov.kiosk.identity.vision.FaceEngine;
import egov.kiosk.identity.vision.Scratch;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Point;

/**
 * A frame of 720 lines compared with a portrait (detect, find points, straighten, embed, compare)
 * over bare forward passes of the same networks, as often as each is run.
 */
final class CompareBench {
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 60;
  private static final double GOAL = 1.2;

  private CompareBench() {}

  static Ratio run(Lab lab) throws Exception {
    FaceEngine engine = new FaceEngine(lab.pack());
    BareNets bare = new BareNets(lab.pack());
    Mat frame = Camera720.wall(lab.face("same-02.jpg"), 0);
    Medians ours = new Medians();
    Medians theirs = new Medians();
    try (Embedding portrait = embed(engine, lab.face("same-01.jpg"))) {
      for (int i = 0; i < WARM_UP + ROUNDS; i++) {
        double spent =
            Cpu.millis(
                () -> {
                  try (Embedding face = embed(engine, frame)) {
                    face.cosine(portrait);
                  }
                });
        double passes =
            Cpu.millis(
                () -> {
                  bare.detect();
                  bare.landmarks();
                  bare.landmarks();
                  bare.embed();
                  bare.embed();
                });
        if (i >= WARM_UP) {
          ours.add(spent);
          theirs.add(passes);
        }
      }
    }
    return Ratio.atMost(
        "identity-comparison-over-bare-passes",
        ours.median() / theirs.median(),
        GOAL,
        ours.median(),
        theirs.median(),
        "ms");
  }

  private static Embedding embed(FaceEngine engine, Mat picture) {
    try (Scratch scratch = new Scratch()) {
      List<FaceBox> faces = engine.detect(picture, 0.65);
      List<Point> points = engine.points(picture, faces.get(0));
      return engine.embed(engine.straighten(picture, points, scratch));
    }
  }
}
