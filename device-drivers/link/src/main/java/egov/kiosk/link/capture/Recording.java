package egov.kiosk.link.capture;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Masks what goes over one line and hands it out. Bytes are held back until the exchange they
 * belong to has ended, because only a whole answer tells which of its bytes are a citizen's; they
 * are overwritten as soon as they were masked. Safe for use by several threads.
 */
public final class Recording implements AutoCloseable {
  /** The longest exchange that is looked at as a whole; what is longer is only counted. */
  private static final int MOST_HELD = 256 * 1024;

  private final Masking masking;
  private final Consumer<Moment> moments;
  private final Runnable ended;
  private final long begun = System.nanoTime();
  private final List<Piece> held = new ArrayList<>();
  private int heldBytes;
  private boolean answered;
  private long leftOut;
  private boolean closed;
  private String state = "";

  /** Until the line is opened, what goes over it is the rest of something. */
  private boolean awaitsOpen;

  private record Piece(long millis, Moment.Kind kind, byte[] bytes) {}

  Recording(Masking masking, Consumer<Moment> moments, boolean fromOpening, Runnable ended) {
    this.awaitsOpen = fromOpening;
    this.masking = Objects.requireNonNull(masking, "masking");
    this.moments = Objects.requireNonNull(moments, "moments");
    this.ended = Objects.requireNonNull(ended, "ended");
  }

  synchronized void bytes(Moment.Kind kind, byte[] bytes, int offset, int length) {
    if (closed || awaitsOpen) {
      return;
    }
    if (kind == Moment.Kind.SENT && answered) {
      flush();
    }
    if (heldBytes + length > MOST_HELD) {
      leftOut += length;
      return;
    }
    answered |= kind == Moment.Kind.RECEIVED;
    heldBytes += length;
    held.add(new Piece(millis(), kind, Arrays.copyOfRange(bytes, offset, offset + length)));
  }

  synchronized void happened(Moment.Kind kind, String word) {
    awaitsOpen &= kind != Moment.Kind.OPEN && kind != Moment.Kind.ABSENT;
    if (awaitsOpen && kind != Moment.Kind.CALL) {
      return;
    }
    boolean news = kind != Moment.Kind.STATE || !word.equals(state);
    if (!closed && news) {
      flush();
      state = kind == Moment.Kind.STATE ? word : state;
      moments.accept(new Moment(millis(), kind, word));
    }
  }

  private long millis() {
    return (System.nanoTime() - begun) / 1_000_000;
  }

  private void flush() {
    byte[] sent = joined(Moment.Kind.SENT);
    byte[] received = joined(Moment.Kind.RECEIVED);
    byte[] shownSent = new byte[sent.length];
    byte[] shownReceived = new byte[received.length];
    // Half an exchange has no fields: what was too long is blotted out.
    if (leftOut == 0) {
      shownSent = checked(sent.length, () -> masking.sent(sent));
      shownReceived = checked(received.length, () -> masking.received(sent, received));
    }
    handOut(shownSent, shownReceived);
    if (leftOut > 0) {
      moments.accept(new Moment(millis(), Moment.Kind.LEFT_OUT, Long.toString(leftOut)));
    }
    held.forEach(piece -> Arrays.fill(piece.bytes, (byte) 0));
    Arrays.fill(sent, (byte) 0);
    Arrays.fill(received, (byte) 0);
    held.clear();
    heldBytes = 0;
    answered = false;
    leftOut = 0;
  }

  private byte[] joined(Moment.Kind kind) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(heldBytes);
    held.stream().filter(piece -> piece.kind == kind).forEach(piece -> all.writeBytes(piece.bytes));
    return all.toByteArray();
  }

  /** A masking with a bug shows nothing rather than everything. */
  private static byte[] checked(int length, Supplier<byte[]> masked) {
    try {
      byte[] shown = masked.get();
      return shown.length == length ? shown : new byte[length];
    } catch (RuntimeException e) {
      return new byte[length];
    }
  }

  private void handOut(byte[] sent, byte[] received) {
    int nextSent = 0;
    int nextReceived = 0;
    for (Piece piece : held) {
      boolean out = piece.kind == Moment.Kind.SENT;
      int from = out ? nextSent : nextReceived;
      byte[] shown = Arrays.copyOfRange(out ? sent : received, from, from + piece.bytes.length);
      moments.accept(Moment.bytes(piece.millis, piece.kind, shown));
      if (out) {
        nextSent += shown.length;
      } else {
        nextReceived += shown.length;
      }
    }
  }

  /** Ends the recording; what was held back is handed out first. Safe to call twice. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      flush();
      closed = true;
    }
    ended.run();
  }
}
