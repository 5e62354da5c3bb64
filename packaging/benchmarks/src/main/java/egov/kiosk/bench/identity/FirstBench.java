package egov.kiosk.bench.identity;

import egov.kiosk.bench.Medians;
import egov.kiosk.bench.Ratio;
import egov.kiosk.identity.OpenCvFaceVerifier;
import java.time.Duration;

/** Processor time of the first verification after start over that of later ones. */
final class FirstBench {
  private static final double GOAL = 2;
  private static final int TENTH = 10;

  private FirstBench() {}

  static Ratio run(Lab lab) throws Exception {
    try (OpenCvFaceVerifier verifier = lab.verifier(System::nanoTime)) {
      double first = once(lab, verifier);
      Medians later = new Medians();
      for (int i = 1; i < TENTH + 2; i++) {
        double spent = once(lab, verifier);
        if (i >= TENTH - 3) {
          later.add(spent);
        }
      }
      return Ratio.atMost(
          "identity-first-over-tenth", first / later.median(), GOAL, first, later.median(), "ms");
    }
  }

  private static double once(Lab lab, OpenCvFaceVerifier verifier) throws Exception {
    Camera720 camera = new Camera720(lab.face("same-02.jpg"), 0, 100);
    var portrait = lab.portrait();
    return Cpu.millis(() -> verifier.compare(portrait, camera, Duration.ofSeconds(30), hint -> {}));
  }
}
