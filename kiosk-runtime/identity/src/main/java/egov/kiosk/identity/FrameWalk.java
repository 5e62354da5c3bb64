package egov.kiosk.identity;

import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.citizen.FrameSource;
import egov.kiosk.identity.liveness.StreamWatch;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Walks through the frames of one look, and tells the citizen what would help. Frames that repeat
 * others are passed over; a stream found to be none of a living sensor ends the walk.
 */
final class FrameWalk {
  private static final Duration FRAME_WAIT = Duration.ofMillis(500);

  private final FrameSource frames;
  private final Function<Frame, FrameView> reader;
  private final Hints hints;
  private final LongSupplier nanoTime;
  private final StreamWatch stream = new StreamWatch();
  private boolean open = true;
  private int seen;

  /**
   * @param reader looks at one frame, which is closed as soon as it returns
   * @param nanoTime a clock that never jumps, e.g. {@link System#nanoTime()}
   */
  FrameWalk(
      FrameSource frames, Function<Frame, FrameView> reader, Hints hints, LongSupplier nanoTime) {
    this.frames = frames;
    this.reader = reader;
    this.hints = hints;
    this.nanoTime = nanoTime;
  }

  /**
   * The next frame; the caller closes it.
   *
   * @param end on the clock of this walk
   * @return empty when time is up, or the source is closed or not to be believed
   * @throws InterruptedException when the thread was interrupted: the session ended
   */
  Optional<FrameView> next(long end) throws InterruptedException {
    while (open && !stream.dead() && end - nanoTime.getAsLong() > 0) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the look was ended");
      }
      Optional<FrameView> view = once(Duration.ofNanos(end - nanoTime.getAsLong()));
      if (view.isPresent()) {
        return view;
      }
    }
    return Optional.empty();
  }

  private Optional<FrameView> once(Duration left) {
    Duration wait = left.compareTo(FRAME_WAIT) < 0 ? left : FRAME_WAIT;
    long asked = nanoTime.getAsLong();
    Optional<Frame> next = frames.next(wait);
    if (next.isEmpty()) {
      // Empty before its time is the one way a source has to say that nothing will come.
      open = nanoTime.getAsLong() - asked >= wait.toNanos() / 2;
      return Optional.empty();
    }
    try (Frame frame = next.get()) {
      seen++;
      if (!stream.fresh(frame) || stream.dead()) {
        return Optional.empty();
      }
      FrameView view = reader.apply(frame);
      hints.tell(view.hint());
      return Optional.of(view);
    }
  }

  /** Whether the stream is frozen, repeated or exchanged. */
  boolean dead() {
    return stream.dead();
  }

  /** How many frames came. */
  int seen() {
    return seen;
  }

  /** Now, on the clock of this walk. */
  long now() {
    return nanoTime.getAsLong();
  }
}
