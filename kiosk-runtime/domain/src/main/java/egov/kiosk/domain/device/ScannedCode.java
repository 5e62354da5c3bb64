package egov.kiosk.domain.device;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * A code a citizen showed: an opaque, short-lived token that stands for the citizen. Never logged
 * and never stored; {@link #toString} says nothing of it. Whoever asked for it closes it as soon as
 * the platform has it; the scanner closes it in any case when its time is over. Safe for use by
 * several threads.
 */
public final class ScannedCode implements AutoCloseable {
  private final CodeKind kind;
  private final Instant scannedAt;
  private final byte[] token;
  private boolean closed;

  /**
   * @param kind what was asked for
   * @param scannedAt when it was read, by the kiosk's clock
   * @param token its characters in ASCII; copied
   */
  public ScannedCode(CodeKind kind, Instant scannedAt, byte[] token) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.scannedAt = Objects.requireNonNull(scannedAt, "scannedAt");
    this.token = token.clone();
  }

  public CodeKind kind() {
    return kind;
  }

  public Instant scannedAt() {
    return scannedAt;
  }

  /**
   * The token, a copy the caller overwrites after use.
   *
   * @throws IllegalStateException when it was closed: the citizen shows a fresh code
   */
  public synchronized byte[] token() {
    if (closed) {
      throw new IllegalStateException("the code's time is over; let the citizen show a fresh one");
    }
    return token.clone();
  }

  /** Whether nothing is left of it. */
  public synchronized boolean closed() {
    return closed;
  }

  /** Overwrites it with zeros; a second call does nothing. */
  @Override
  public synchronized void close() {
    closed = true;
    Arrays.fill(token, (byte) 0);
  }

  @Override
  public String toString() {
    return "ScannedCode[" + kind + "]";
  }
}
