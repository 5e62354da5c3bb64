package egov.kiosk.emulator.printer;

/**
 * The bytes a printer has taken and not yet printed: 64 KiB, kept while the paper is out, with a
 * mark where a connection ended. When it is full the port takes no more. Thread safe.
 */
final class ReceiveBuffer {
  /** Taken instead of a byte where a connection ended. */
  static final int END_OF_CONNECTION = 256;

  private static final int CAPACITY = 64 * 1024;

  private final short[] ring = new short[CAPACITY];
  private int first;
  private int count;

  /** Adds one byte (0..255) or the mark; waits while the buffer is full. */
  synchronized void put(int value) throws InterruptedException {
    while (count == CAPACITY) {
      wait();
    }
    ring[(first + count) % CAPACITY] = (short) value;
    count++;
    notifyAll();
  }

  /** Takes the oldest byte (0..255) or the mark; waits while there is none. */
  synchronized int take() throws InterruptedException {
    while (count == 0) {
      wait();
    }
    int value = ring[first];
    first = (first + 1) % CAPACITY;
    count--;
    notifyAll();
    return value;
  }

  /** How many bytes wait. */
  synchronized int held() {
    return count;
  }
}
