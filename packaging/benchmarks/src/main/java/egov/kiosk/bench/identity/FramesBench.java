package egov.kiosk.bench.identity;

import egov.kiosk.bench.Medians;
import egov.kiosk.bench.Ratio;
import egov.kiosk.bench.identity.attack.Presentations;
import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.identity.OpenCvFaceVerifier;
import java.time.Duration;
import java.util.List;

/**
 * Frames from a face in place to the outcome; and with a challenge, the time beyond lights and
 * challenge over the time of those frames. On the clock of the frames: processor time is the other
 * benches' matter.
 */
final class FramesBench {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int PEOPLE = 6;

  private FramesBench() {}

  static List<Ratio> run(Lab lab) throws Exception {
    Medians frames = new Medians();
    for (int i = 2; i < 10; i++) {
      Camera720 camera = new Camera720(lab.face("same-0%d.jpg".formatted(i)), 0, 200);
      try (OpenCvFaceVerifier verifier = lab.verifier(camera::nanos)) {
        verifier.compare(lab.portrait(), camera, LIMIT, hint -> {});
        frames.add(camera.count());
      }
    }
    double most = frames.percentile(1);
    Ratio first =
        new Ratio("identity-frames-to-outcome", most, "<=8", "the most of eight pictures");
    Medians beyond = new Medians();
    for (var presenter : Presentations.living(lab, lab.faces(), PEOPLE, Camera720.FRAME)) {
      try (OpenCvFaceVerifier verifier = lab.verifier(presenter.presenter()::nanos)) {
        var match =
            verifier.compare(
                presenter.card(),
                presenter.presenter(),
                FaceDemand.CHALLENGE,
                LIMIT,
                presenter.presenter());
        long asked = presenter.presenter().challengeNanos() + presenter.presenter().lightNanos();
        double left = (presenter.presenter().nanos() - asked) / 1e6;
        System.err.println("  " + match.liveness() + " " + left + " ms beyond the challenge");
        beyond.add(left);
      }
    }
    double bare = frames.median() * Camera720.FRAME.toMillis();
    return List.of(
        first,
        Ratio.atMost(
            "identity-time-beyond-challenge",
            beyond.median() / bare,
            1.5,
            beyond.median(),
            bare,
            "ms"));
  }
}
