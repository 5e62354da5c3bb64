package egov.kiosk.bench.identity;

import egov.kiosk.bench.Medians;
import egov.kiosk.bench.Ratio;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.identity.OpenCvFaceVerifier;
import java.time.Duration;

/**
 * Processor time for each frame of 720 lines while a citizen is told to hold still, over a bare
 * detector pass.
 */
final class GuidanceBench {
  private static final int FRAMES = 60;
  private static final double GOAL = 1.5;

  private GuidanceBench() {}

  static Ratio run(Lab lab) throws Exception {
    BareNets bare = new BareNets(lab.pack());
    Medians ours = new Medians();
    Medians theirs = new Medians();
    try (OpenCvFaceVerifier verifier = lab.verifier(() -> 0L)) {
      for (int round = 0; round < 6; round++) {
        Camera720 camera = new Camera720(lab.face("same-02.jpg"), 12, FRAMES);
        try {
          verifier.compare(lab.portrait(), camera, Duration.ofSeconds(30), hint -> {});
          throw new IllegalStateException("a blurred face was compared");
        } catch (FaceUnavailableException blurred) {
          if (round > 0) {
            ours.add(camera.millisEach());
          }
        }
        for (int i = 0; i < FRAMES; i++) {
          double pass = Cpu.millis(bare::detect);
          if (round > 0) {
            theirs.add(pass);
          }
        }
      }
    }
    return Ratio.atMost(
        "identity-guidance-frame-over-bare-detector",
        ours.median() / theirs.median(),
        GOAL,
        ours.median(),
        theirs.median(),
        "ms");
  }
}
