package egov.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceOutcome;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.citizen.Liveness;
import egov.kiosk.domain.citizen.ScoreBand;
import egov.kiosk.identity.liveness.Observation;
import egov.kiosk.identity.liveness.RestingEyes;
import egov.kiosk.identity.pack.Thresholds;
import egov.kiosk.identity.vision.Embedding;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The policy alone: no picture, no model, a clock of our own. */
class LiveLookTest {
  private static final Thresholds THRESHOLDS = new Thresholds(0.5, 0.4);

  private long now;
  private int pixel;
  private boolean frozen;
  private FaceHint hint = FaceHint.NONE;

  /** Looks at frames with these scores, one every 100 ms; NaN is an unusable frame. */
  private FaceMatch look(Double... scores) throws Exception {
    Iterator<Double> script = List.of(scores).iterator();
    FrameWalk walk =
        new FrameWalk(
            timeout -> {
              now += script.hasNext() ? 100_000_000 : timeout.toNanos();
              return script.hasNext() ? Optional.of(frame()) : Optional.empty();
            },
            frame -> {
              double score = script.next();
              return Double.isNaN(score) ? new NoFace(FaceHint.LOOK) : new Seen(score, hint);
            },
            new Hints(hint -> {}, () -> now),
            () -> now);
    LivenessSteps nothing =
        new LivenessSteps(
            walk,
            hint -> {},
            new java.util.Random(1),
            Signals.NONE,
            new RestingEyes(seen -> OptionalDouble.empty()));
    return new LiveLook(walk, THRESHOLDS, nothing)
        .look(new Embedding("lab", new float[] {1, 0}), FaceDemand.LIKENESS, 6_000_000_000L, "lab");
  }

  private Frame frame() {
    byte[] bgr = new byte[12];
    bgr[0] = (byte) (frozen ? 7 : pixel);
    bgr[1] = (byte) (frozen ? 7 : pixel++ >> 8);
    return new Frame(2, 2, bgr, Instant.EPOCH.plusNanos(now));
  }

  private record Seen(double cosine, FaceHint hint) implements FrameView {
    @Override
    public boolean hasFace() {
      return true;
    }

    @Override
    public double quality() {
      return 0.5;
    }

    @Override
    public Embedding embed() {
      return new Embedding(
          "lab", new float[] {(float) cosine, (float) Math.sqrt(1 - cosine * cosine)});
    }

    @Override
    public Observation observe(long nanos) {
      throw new AssertionError("nobody watches");
    }

    @Override
    public void close() {}
  }

  private static Double[] times(int count, double score) {
    Double[] scores = new Double[count];
    Arrays.fill(scores, score);
    return scores;
  }

  @Test
  void goodFrames_endEarly() throws Exception {
    FaceMatch match = look(times(100, 0.7));

    assertEquals(FaceOutcome.PASS, match.outcome());
    assertEquals(ScoreBand.VERY_HIGH, match.band());
    assertEquals(LiveLook.EARLY, match.frames());
  }

  @Test
  void tooCloseToCall_isReviewAfterTheLastFrame() throws Exception {
    FaceMatch match = look(times(100, 0.45));

    assertEquals(FaceOutcome.REVIEW, match.outcome());
    assertEquals(ScoreBand.NEAR, match.band());
    assertEquals(Liveness.NOT_CHECKED, match.liveness());
    assertEquals(LiveLook.LAST, match.frames());
  }

  @Test
  void stranger_isDecidedAfterTheLastFrameHoweverLongHeStays() throws Exception {
    FaceMatch match = look(times(100, 0.1));

    assertEquals(FaceOutcome.FAIL, match.outcome());
    assertEquals(LiveLook.LAST, match.frames());
  }

  @Test
  void oneLuckyFrame_doesNotLetAStrangerPass() throws Exception {
    assertEquals(FaceOutcome.FAIL, look(0.1, 0.12, 0.55, 0.1, 0.08, 0.1).outcome());
  }

  @Test
  void timeIsUpBeforeEnoughFrames_decidesWithThoseThere() throws Exception {
    FaceMatch match = look(0.7, 0.7);

    assertEquals(FaceOutcome.PASS, match.outcome());
    assertEquals(2, match.frames());
  }

  @Test
  void unusableFrames_areNotCompared() throws Exception {
    assertEquals(3, look(Double.NaN, 0.7, Double.NaN, 0.7, 0.7).frames());
  }

  @ParameterizedTest
  @EnumSource(
      value = FaceHint.class,
      names = {"MASK", "GLASSES"})
  void seemingCover_delaysAndShutsNobodyOut(FaceHint cover) throws Exception {
    hint = cover;

    assertEquals(FaceOutcome.PASS, look(times(34, 0.7)).outcome());
    assertThrows(FaceUnavailableException.class, () -> look(times(30, 0.7)));
  }

  @Test
  void turnedFace_isNeverCompared() {
    hint = FaceHint.FRONT;

    assertThrows(FaceUnavailableException.class, () -> look(times(100, 0.7)));
  }

  @Test
  void somebodyElseStepsIn_isComparedAlone() throws Exception {
    FaceMatch match = look(0.95, 0.95, -0.5, -0.5, -0.5, -0.5, -0.5, -0.5);

    assertEquals(FaceOutcome.FAIL, match.outcome());
    assertEquals(LiveLook.LAST, match.frames());
  }

  @Test
  void frozenStream_isNotLiveAndDoesNotPass() throws Exception {
    frozen = true;

    FaceMatch match = look(times(100, 0.9));

    assertEquals(FaceOutcome.FAIL, match.outcome());
    assertEquals(Liveness.FAILED, match.liveness());
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
