package egov.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.identity.liveness.Observation;
import egov.kiosk.identity.liveness.Sitter;
import egov.kiosk.identity.vision.Embedding;
import egov.kiosk.identity.vision.FaceBox;
import egov.kiosk.identity.vision.OpenCvNative;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;

/** The same face in every frame, by its vector now and then, by its place in between. */
class SamePersonTest {
  private static final long FRAME = Duration.ofMillis(40).toNanos();

  private final Takes person = new Takes(0.5);
  private SamePerson same;
  private long now;
  private int embedded;

  @BeforeAll
  static void load() {
    OpenCvNative.load();
  }

  @BeforeEach
  void compare() {
    person.add(new Embedding("lab", new float[] {1, 0}), 0.9);
    same = new SamePerson(person);
  }

  @AfterEach
  void forget() {
    person.close();
  }

  private boolean seen(double cosine, double x) {
    now += FRAME;
    return same.isSeen(new Somebody(cosine, x), now);
  }

  @Test
  void samePerson_isEmbeddedEveryFourthFrame() {
    for (int i = 0; i < 9; i++) {
      assertTrue(seen(0.9, 100));
    }
    assertEquals(3, embedded);
  }

  @Test
  void turnedFace_isAllowedToResembleHalfAsMuch() {
    assertTrue(seen(0.3, 100));
  }

  @Test
  void stranger_neverCounts() {
    for (int i = 0; i < 9; i++) {
      assertFalse(seen(0.1, 100));
    }
    assertEquals(9, embedded);
  }

  @Test
  void exchangeInPlace_isFoundWithinFourFrames() {
    seen(0.9, 100);
    int counted = 0;
    for (int i = 0; i < 20; i++) {
      counted += seen(0.1, 100) ? 1 : 0;
    }
    assertTrue(counted <= 3, counted + " frames of a stranger counted");
  }

  @Test
  void faceThatJumps_isLookedAtAtOnce() {
    seen(0.9, 100);
    assertFalse(seen(0.1, 400));
  }

  @Test
  void faceThatWasGone_isLookedAtAtOnce() {
    seen(0.9, 100);
    now += Duration.ofSeconds(1).toNanos();
    assertFalse(seen(0.1, 100));
  }

  private final class Somebody implements FrameView {
    private final double cosine;
    private final double x;

    Somebody(double cosine, double x) {
      this.cosine = cosine;
      this.x = x;
    }

    @Override
    public FaceHint hint() {
      return FaceHint.NONE;
    }

    @Override
    public boolean hasFace() {
      return true;
    }

    @Override
    public double quality() {
      return 0.9;
    }

    @Override
    public Embedding embed() {
      embedded++;
      return new Embedding(
          "lab", new float[] {(float) cosine, (float) Math.sqrt(1 - cosine * cosine)});
    }

    @Override
    public Observation observe(long nanos) {
      return new Observation(
          new Mat(), new FaceBox(x, 100, 160, 180, 1), new Sitter().shape(), nanos);
    }

    @Override
    public void close() {}
  }
}
