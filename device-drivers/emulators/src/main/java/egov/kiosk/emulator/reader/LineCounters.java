package egov.kiosk.emulator.reader;

/** What happened on the line since somebody last asked. Thread safe. */
final class LineCounters {
  private long frames;
  private long bytesIn;
  private long bytesOut;
  private long thinkingNanos;
  private long wireNanos;
  private long garbledBytes;

  synchronized void received(int bytes) {
    bytesIn += bytes;
  }

  synchronized void garbled(int bytes) {
    garbledBytes += bytes;
  }

  synchronized void thought(long nanos) {
    thinkingNanos += nanos;
  }

  synchronized void sent(int bytes) {
    frames++;
    bytesOut += bytes;
  }

  synchronized void onWire(long nanos) {
    wireNanos += nanos;
  }

  /**
   * The counts as one line; starts again from zero.
   *
   * <p>{@code frames} answered requests, {@code bytesIn} and {@code bytesOut} what crossed, {@code
   * ownDelayMicros} the time the module really spent thinking, {@code wireMicros} the time really
   * spent pacing bytes like the UART, {@code garbledBytes} what came at another rate than ours.
   */
  synchronized String takeLine() {
    String line =
        "frames=%d bytesIn=%d bytesOut=%d ownDelayMicros=%d wireMicros=%d garbledBytes=%d"
            .formatted(
                frames, bytesIn, bytesOut, thinkingNanos / 1000, wireNanos / 1000, garbledBytes);
    frames = 0;
    bytesIn = 0;
    bytesOut = 0;
    thinkingNanos = 0;
    wireNanos = 0;
    garbledBytes = 0;
    return line;
  }
}
