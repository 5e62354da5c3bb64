package egov.kiosk.link;

import egov.kiosk.link.capture.Script;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A link whose far end is a capture: what the device said then is said again, in the same pieces
 * and about as slowly. What it says unasked comes only to a read that waits, as a code comes to a
 * scanner somebody waits at. For tests and {@code kiosk device replay}.
 */
public final class PlayedLink implements Link {
  /** What is faster comes at once; a replay is no measurement. */
  private static final long AT_ONCE_MILLIS = 25;

  private final Script script;
  private final Deque<Script.Piece> coming = new ArrayDeque<>();
  private long lastNanos = System.nanoTime();
  private boolean hangsUp;
  private volatile boolean closed;

  private PlayedLink(Script script) {
    this.script = Objects.requireNonNull(script, "script");
  }

  /** Opens the line to the device of a capture, or finds it gone as it was then. */
  public static PlayedLink open(Script script) throws LinkException {
    if (!script.opens()) {
      throw new LinkException(LinkFault.NOT_THERE, "the device is away, as it was in the capture");
    }
    return new PlayedLink(script);
  }

  @Override
  public int read(byte[] buffer, int offset, int length, Duration timeout)
      throws LinkException, InterruptedException {
    stopIfEnded();
    if (coming.isEmpty() && !timeout.isZero()) {
      script.unasked().ifPresent(this::queue);
    }
    hangsUp |= coming.isEmpty() && script.breaks();
    stopIfEnded();
    long wait = coming.isEmpty() ? Long.MAX_VALUE : dueInNanos();
    if (wait > timeout.toNanos()) {
      TimeUnit.NANOSECONDS.sleep(timeout.toNanos());
      return 0;
    }
    TimeUnit.NANOSECONDS.sleep(Math.max(0, wait));
    byte[] bytes = coming.poll().bytes();
    int count = Math.min(length, bytes.length);
    System.arraycopy(bytes, 0, buffer, offset, count);
    if (count < bytes.length) {
      coming.push(new Script.Piece(0, Arrays.copyOfRange(bytes, count, bytes.length)));
    }
    lastNanos = System.nanoTime();
    return count;
  }

  private long dueInNanos() {
    long after = coming.peek().afterMillis();
    return after < AT_ONCE_MILLIS
        ? 0
        : TimeUnit.MILLISECONDS.toNanos(after) - (System.nanoTime() - lastNanos);
  }

  @Override
  public void write(byte[] bytes, Duration timeout) throws LinkException {
    stopIfEnded();
    lastNanos = System.nanoTime();
    script.to(bytes).ifPresent(this::queue);
  }

  private void queue(Script.Answer answer) {
    coming.addAll(answer.pieces());
    hangsUp |= answer.hangsUp();
  }

  private void stopIfEnded() throws LinkException {
    if (closed) {
      throw new LinkException(LinkFault.CLOSED, "the capture was closed");
    }
    if (hangsUp && coming.isEmpty()) {
      throw new LinkException(LinkFault.LOST, "the device hung up, as it did in the capture");
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
