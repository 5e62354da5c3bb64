package egov.kiosk.identity;

import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceOutcome;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.FaceUnavailableException.Reason;
import egov.kiosk.domain.citizen.Liveness;
import egov.kiosk.domain.citizen.ScoreBand;
import egov.kiosk.identity.pack.Thresholds;
import egov.kiosk.identity.vision.Embedding;
import java.time.Duration;
import java.util.Optional;

/**
 * One look at the person before the camera. Likeness comes first: after {@value #EARLY} good frames
 * when they pass, else after {@value #LAST}, so that there are two decisions however long somebody
 * stands there, and nobody gets through by patience. Then, where the item demands it, whether that
 * same person is alive. Used once, by one thread.
 */
final class LiveLook {
  static final int EARLY = 3;
  static final int LAST = 6;

  /**
   * Somebody who seems to wear a mask or dark glasses for so long is compared all the same: it may
   * be a white beard or deep shade, and then nobody could ever do as the hint says.
   */
  static final Duration COVERED = Duration.ofSeconds(3);

  private final FrameWalk walk;
  private final Thresholds thresholds;
  private final LivenessSteps liveness;

  /**
   * @param thresholds what the policy means with the pack that looks
   */
  LiveLook(FrameWalk walk, Thresholds thresholds, LivenessSteps liveness) {
    this.walk = walk;
    this.thresholds = thresholds;
    this.liveness = liveness;
  }

  /**
   * Looks.
   *
   * @param end when likeness must be decided, on the clock of the walk
   */
  FaceMatch look(Embedding card, FaceDemand demand, long end, String packId)
      throws FaceUnavailableException, InterruptedException {
    try (Takes takes = new Takes(thresholds.pass())) {
      collect(card, takes, end);
      if (takes.count() == 0) {
        throw nothingSeen();
      }
      double score = takes.likeness(card);
      ScoreBand band = ScoreBand.of(score, thresholds.pass());
      Liveness alive = alive(score, demand, takes);
      return new FaceMatch(outcome(score, alive), band, alive, packId, takes.count());
    }
  }

  private void collect(Embedding card, Takes takes, long end) throws InterruptedException {
    boolean early = false;
    long bare = walk.now();
    while (takes.count() < LAST && !early) {
      Optional<FrameView> next = walk.next(end);
      if (next.isEmpty()) {
        return;
      }
      try (FrameView view = next.get()) {
        bare = isCover(view.hint()) ? bare : walk.now();
        if (view.hint() == FaceHint.NONE || walk.now() - bare >= COVERED.toNanos()) {
          takes.add(view.embed(), view.quality());
          liveness.watch(view, walk.now());
          early = takes.count() == EARLY && takes.likeness(card) >= thresholds.pass();
        }
      }
    }
  }

  private static boolean isCover(FaceHint hint) {
    return hint == FaceHint.MASK || hint == FaceHint.GLASSES;
  }

  private Liveness alive(double score, FaceDemand demand, Takes takes)
      throws FaceUnavailableException, InterruptedException {
    if (walk.dead()) {
      return Liveness.FAILED;
    }
    if (score < thresholds.pass() || demand == FaceDemand.LIKENESS) {
      return Liveness.NOT_CHECKED;
    }
    return liveness.examine(demand, takes);
  }

  private FaceOutcome outcome(double score, Liveness alive) {
    if (walk.dead() || score < thresholds.review()) {
      return FaceOutcome.FAIL;
    }
    if (score < thresholds.pass()) {
      return FaceOutcome.REVIEW;
    }
    if (alive != Liveness.FAILED) {
      return FaceOutcome.PASS;
    }
    return liveness.attacked() ? FaceOutcome.FAIL : FaceOutcome.REVIEW;
  }

  private FaceUnavailableException nothingSeen() {
    return walk.seen() == 0
        ? new FaceUnavailableException(Reason.NO_CAMERA, "the camera gave no frame")
        : new FaceUnavailableException(Reason.NO_LIVE_FACE, "no frame showed one usable face");
  }
}
