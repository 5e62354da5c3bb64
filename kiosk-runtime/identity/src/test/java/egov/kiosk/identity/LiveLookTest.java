package egov.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceOutcome;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.citizen.Liveness;
import egov.kiosk.domain.citizen.ScoreBand;
import egov.kiosk.identity.vision.Embedding;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The policy alone: no picture, no model, a clock of our own. */
class LiveLookTest {
  private static final IdentitySettings SETTINGS =
      new IdentitySettings(Optional.empty(), 0.5, 0.4, 80, Duration.ofSeconds(5), true);

  private long now;

  /** Looks at frames with these scores, one every 100 ms; NaN is an unusable frame. */
  private FaceMatch look(Double... scores) throws Exception {
    Iterator<Double> script = List.of(scores).iterator();
    LiveLook look =
        new LiveLook(
            frame -> {
              double score = script.next();
              return Double.isNaN(score) ? FrameView.unusable(FaceHint.LOOK) : face(score);
            },
            SETTINGS,
            () -> now);
    return look.look(
        new Embedding(new float[] {1, 0}),
        timeout -> {
          now += script.hasNext() ? 100_000_000 : timeout.toNanos();
          return script.hasNext() ? Optional.of(frame()) : Optional.empty();
        },
        Duration.ofSeconds(2),
        new Hints(hint -> {}, () -> now),
        "lab");
  }

  private static Frame frame() {
    return new Frame(1, 1, new byte[3], Instant.EPOCH);
  }

  private static FrameView face(double cosine) {
    float[] vector = {(float) cosine, (float) Math.sqrt(1 - cosine * cosine)};
    return new FrameView(FaceHint.NONE, Optional.of(new Embedding(vector)));
  }

  @Test
  void firstGoodFrame_ends() throws Exception {
    FaceMatch match = look(0.2, 0.7, 0.9);

    assertEquals(FaceOutcome.PASS, match.outcome());
    assertEquals(ScoreBand.VERY_HIGH, match.band());
    assertEquals(2, match.frames());
  }

  @Test
  void noneGoodEnough_bestCounts() throws Exception {
    FaceMatch match = look(0.1, 0.45, Double.NaN, 0.3);

    assertEquals(FaceOutcome.REVIEW, match.outcome());
    assertEquals(ScoreBand.NEAR, match.band());
    assertEquals(Liveness.NOT_CHECKED, match.liveness());
    assertEquals(3, match.frames());
  }

  @Test
  void allPoor_isFail() throws Exception {
    assertEquals(FaceOutcome.FAIL, look(0.1, -0.3).outcome());
  }

  @Test
  void timeIsUp_laterFramesAreNotAsked() throws Exception {
    Double[] many = new Double[100];
    java.util.Arrays.fill(many, 0.1);

    assertEquals(20, look(many).frames());
  }

  @Test
  void onlyUnusableFrames_isNoLiveFace() {
    var refusal = assertThrows(FaceUnavailableException.class, () -> look(Double.NaN));

    assertEquals(FaceUnavailableException.Reason.NO_LIVE_FACE, refusal.reason());
  }

  @Test
  void noFrame_isNoCamera() {
    var refusal = assertThrows(FaceUnavailableException.class, this::look);

    assertEquals(FaceUnavailableException.Reason.NO_CAMERA, refusal.reason());
  }
}
