package egov.kiosk.link;

import java.time.Duration;
import java.util.Arrays;

/**
 * A two-way stream of bytes to one device. One thread reads and writes; {@link #close()} may come
 * from any thread and ends a wait of the other. A link that failed or was closed stays so: open a
 * new one.
 */
public interface Link extends AutoCloseable {
  /**
   * Waits until at least one byte is there and returns what has arrived, without waiting for more.
   *
   * @param buffer where the bytes go
   * @param offset index of the first byte written
   * @param length the most to read, at least 1
   * @param timeout how long to wait; zero takes only what is there already. May be exceeded by a
   *     tenth of a second on serial lines
   * @return how many bytes were read; 0 when none came in time, never negative
   * @throws LinkException when the device is gone or the link was closed
   * @throws InterruptedException when the thread was interrupted; nothing was read then
   */
  int read(byte[] buffer, int offset, int length, Duration timeout)
      throws LinkException, InterruptedException;

  /**
   * Hands all bytes to the line.
   *
   * @param bytes what to send, in one piece as far as the device is concerned
   * @param timeout how long the line may refuse to take them
   * @throws LinkException when the device is gone, the link was closed, or ({@link
   *     LinkFault#STUCK}) the line did not take everything in time
   * @throws InterruptedException when the thread was interrupted; a part may have been sent
   */
  void write(byte[] bytes, Duration timeout) throws LinkException, InterruptedException;

  /** Lets go of the device; a second call does nothing. Never throws. */
  @Override
  void close();

  /**
   * Throws away what has arrived and was not read, without waiting for more.
   *
   * @param limit the most bytes to throw away: a device that babbles must not hold the caller
   * @return how many bytes were thrown away
   * @throws LinkException when the device is gone or the link was closed
   * @throws InterruptedException when the thread was interrupted
   */
  default int discard(int limit) throws LinkException, InterruptedException {
    byte[] scrap = new byte[Math.min(limit, 4096)];
    int total = 0;
    while (total < limit) {
      int count = read(scrap, 0, Math.min(scrap.length, limit - total), Duration.ZERO);
      if (count == 0) {
        break;
      }
      total += count;
    }
    Arrays.fill(scrap, (byte) 0);
    return total;
  }
}
