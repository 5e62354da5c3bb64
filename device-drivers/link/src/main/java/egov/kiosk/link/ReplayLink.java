package egov.kiosk.link;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Plays a {@link Tape} to a driver: answers come when the driver has sent what the tape says, at
 * once and without waiting; where the tape has no answer, a read times out at once. For tests.
 *
 * <p>A driver that sends something else gets an {@link AssertionError}: that is a finding of the
 * test, not a fault of a device.
 */
public final class ReplayLink implements Link {
  private final Deque<Tape.Entry> rest;
  private final Deque<byte[]> arrived = new ArrayDeque<>();
  private boolean closed;

  public ReplayLink(Tape tape) {
    this.rest = new ArrayDeque<>(tape.entries());
    takeAnswers();
  }

  @Override
  public int read(byte[] buffer, int offset, int length, Duration timeout) throws LinkException {
    stopIfClosed();
    byte[] chunk = arrived.poll();
    if (chunk == null) {
      return 0;
    }
    int count = Math.min(length, chunk.length);
    System.arraycopy(chunk, 0, buffer, offset, count);
    if (count < chunk.length) {
      arrived.push(Arrays.copyOfRange(chunk, count, chunk.length));
    }
    return count;
  }

  @Override
  public void write(byte[] bytes, Duration timeout) throws LinkException {
    stopIfClosed();
    Tape.Entry expected = rest.poll();
    if (expected == null || !Arrays.equals(expected.bytes(), bytes)) {
      throw new AssertionError("the driver sent something that is not on the tape");
    }
    takeAnswers();
  }

  /** Whether the whole tape was played. */
  public boolean played() {
    return rest.isEmpty() && arrived.isEmpty();
  }

  private void takeAnswers() {
    while (!rest.isEmpty() && rest.peek().direction() == Tape.Direction.RECEIVED) {
      arrived.add(rest.poll().bytes());
    }
  }

  private void stopIfClosed() throws LinkException {
    if (closed) {
      throw new LinkException(LinkFault.CLOSED, "the tape was closed");
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
