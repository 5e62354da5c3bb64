package egov.kiosk.emulator.printer;

/**
 * The bytes as the interpreter asks for them. While the printer is offline or hangs, nothing is
 * taken from the buffer: this is where a job stops in the middle and goes on later.
 */
final class CommandSource {
  private final ReceiveBuffer buffer;
  private final Panel panel;

  CommandSource(ReceiveBuffer buffer, Panel panel) {
    this.buffer = buffer;
    this.panel = panel;
  }

  /** The next byte, 0..255, or the mark between connections. */
  int nextOrEnd() throws InterruptedException {
    panel.awaitPrintable();
    int value = buffer.take();
    // The paper may have gone while we waited for the byte.
    panel.awaitPrintable();
    return value;
  }

  /**
   * The next byte of a command that has begun, 0..255.
   *
   * @throws ConnectionEndedException when the connection ended in the middle of the command
   */
  int next() throws InterruptedException, ConnectionEndedException {
    int value = nextOrEnd();
    if (value == ReceiveBuffer.END_OF_CONNECTION) {
      throw new ConnectionEndedException();
    }
    return value;
  }

  /** A little-endian number of two bytes. */
  int nextWord() throws InterruptedException, ConnectionEndedException {
    int low = next();
    return low | next() << 8;
  }

  void skip(long count) throws InterruptedException, ConnectionEndedException {
    for (long i = 0; i < count; i++) {
      next();
    }
  }

  /** Skips up to and including a zero byte. */
  void skipToZero() throws InterruptedException, ConnectionEndedException {
    int value;
    do {
      value = next();
    } while (value != 0);
  }
}
