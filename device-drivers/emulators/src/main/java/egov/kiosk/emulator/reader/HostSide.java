package egov.kiosk.emulator.reader;

import java.io.IOException;
import java.time.Duration;

/** The reader's end of whatever joins it with its host. Used by the device thread. */
interface HostSide extends AutoCloseable {
  /** Waits for bytes; 0 when none came in time. */
  int read(byte[] buffer, Duration timeout) throws IOException;

  /** Sends what fits; the rest is lost, as on a UART. */
  void write(byte[] bytes, int from, int to) throws IOException;

  /** Whether the host speaks at this rate; where there is no rate it always does. */
  boolean speaksAt(Baud baud) throws IOException;

  /** What the ready line says of it. */
  String place();

  /** Hangs up; the device thread has ended. */
  @Override
  void close();
}
