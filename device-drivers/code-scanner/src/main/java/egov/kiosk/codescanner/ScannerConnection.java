package egov.kiosk.codescanner;

import egov.kiosk.codescanner.code.LineCollector;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.link.Deadline;
import egov.kiosk.link.Link;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.PluggedConnection;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** An open line to a scanner. Lives on the device's thread. */
final class ScannerConnection implements PluggedConnection {
  /** A scanner says a code in one breath; at 9600 baud its bytes are a millisecond apart. */
  private static final Duration BREATH = Duration.ofMillis(300);

  private static final Duration SLICE = Duration.ofMillis(500);
  private static final int STALE_LIMIT = 64 * 1024;

  private final Link link;
  private final boolean endsWithLine;
  private final LiveCode live;
  private final DeviceIdentity identity;
  private final LineCollector collector = new LineCollector();
  private final byte[] buffer = new byte[256];
  private int next;
  private int filled;

  /**
   * @param identity who is at the end of the line
   */
  ScannerConnection(Link link, boolean endsWithLine, LiveCode live, DeviceIdentity identity) {
    this.link = link;
    this.endsWithLine = endsWithLine;
    this.live = live;
    this.identity = identity;
  }

  /** A scanner says nothing but codes; its adapter may have a serial number. */
  @Override
  public Optional<DeviceIdentity> identity() {
    return Optional.of(identity);
  }

  /** Throws away what was shown while nobody waited. */
  @Override
  public void glance() throws LinkException, InterruptedException {
    forget();
    link.discard(STALE_LIMIT);
    live.tick(System.nanoTime());
  }

  private void forget() {
    Arrays.fill(buffer, (byte) 0);
    next = 0;
    filled = 0;
    collector.clear();
  }

  /**
   * Waits for one line.
   *
   * @return empty when none came in time; the caller overwrites it after use
   */
  Optional<byte[]> line(Deadline deadline) throws LinkException, InterruptedException {
    while (true) {
      while (next < filled) {
        byte one = buffer[next];
        buffer[next++] = 0;
        Optional<byte[]> line = collector.accept(one);
        if (line.isPresent()) {
          return line;
        }
      }
      if (deadline.passed()) {
        return Optional.empty();
      }
      next = 0;
      filled =
          link.read(
              buffer,
              0,
              buffer.length,
              deadline.remainingAtMost(collector.begun() ? BREATH : SLICE));
      live.tick(System.nanoTime());
      if (filled == 0) {
        Optional<byte[]> whole = collector.still();
        if (!endsWithLine && whole.isPresent()) {
          return whole;
        }
        whole.ifPresent(half -> Arrays.fill(half, (byte) 0));
      }
    }
  }

  @Override
  public void close() {
    forget();
    link.close();
  }
}
