package egov.kiosk.identity;

import egov.kiosk.identity.vision.Embedding;
import egov.kiosk.identity.vision.FaceBox;
import java.time.Duration;

/**
 * Whether the face in every frame is still that of the person compared: told by its vector now and
 * then, and in between by its place, as no face jumps from one frame to the next.
 */
final class SamePerson {
  private static final int EVERY = 4;
  private static final double OVERLAP = 0.4;
  private static final long GAP = Duration.ofMillis(600).toNanos();

  private final Takes person;
  private FaceBox last;
  private long lastSeen;
  private int since = EVERY;

  SamePerson(Takes person) {
    this.person = person;
  }

  /** Whether this face may count. */
  boolean isSeen(FrameView view, long nanos) {
    FaceBox box = view.observe(nanos).box();
    boolean followed =
        last != null && nanos - lastSeen <= GAP && last.overlap(box) >= OVERLAP && since < EVERY;
    if (!followed) {
      try (Embedding face = view.embed()) {
        if (!person.resembles(face)) {
          last = null;
          return false;
        }
      }
      since = 0;
    }
    since++;
    last = box;
    lastSeen = nanos;
    return true;
  }
}
