package egov.kiosk.bench.identity;

import egov.kiosk.bench.Medians;
import egov.kiosk.bench.Ratio;
import egov.kiosk.bench.identity.attack.Presentations;
import egov.kiosk.bench.identity.attack.Presenter;
import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.identity.OpenCvFaceVerifier;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Frames from a face in place to the outcome; and with a challenge, the time beyond lights and
 * challenge over the time of those frames. On the clock of the frames: processor time is the other
 * benches' matter.
 */
final class FramesBench {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int PEOPLE = 12;

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
    for (var presentation : Presentations.living(lab, lab.faces(), PEOPLE, Camera720.FRAME)) {
      beyond(lab, presentation).ifPresent(beyond::add);
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

  /** Milliseconds that were neither light nor the person's own time; empty when nobody was seen. */
  private static OptionalDouble beyond(Lab lab, Presentations.Presentation presentation)
      throws Exception {
    try (Presenter presenter = presentation.presenter();
        OpenCvFaceVerifier verifier = lab.verifier(presenter::nanos)) {
      FaceMatch match =
          verifier.compare(presentation.card(), presenter, FaceDemand.CHALLENGE, LIMIT, presenter);
      long asked = presenter.challengeNanos() + presenter.lightNanos();
      double left = (presenter.nanos() - asked) / 1e6;
      System.err.println("  " + match.liveness() + " " + left + " ms beyond the challenge");
      return OptionalDouble.of(left);
    } catch (FaceUnavailableException nobody) {
      System.err.println("  " + nobody.getMessage());
      return OptionalDouble.empty();
    }
  }
}
