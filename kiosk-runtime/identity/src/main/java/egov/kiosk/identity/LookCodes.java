package egov.kiosk.identity;

import egov.kiosk.domain.citizen.FaceMatch;

/** One line for a technician about one look. It says nothing of who stood there. */
final class LookCodes {
  private LookCodes() {}

  /** For example {@code PASS HIGH PASSED frames=3/5 stream=ok BORDER? GRID? PASSIVE? LIGHT+}. */
  static String of(FaceMatch match, FrameWalk walk, LivenessSteps steps) {
    return "%s %s %s frames=%d/%d stream=%s %s"
        .formatted(
            match.outcome(),
            match.band(),
            match.liveness(),
            match.frames(),
            walk.seen(),
            walk.dead() ? "dead" : "ok",
            steps.codes())
        .strip();
  }
}
