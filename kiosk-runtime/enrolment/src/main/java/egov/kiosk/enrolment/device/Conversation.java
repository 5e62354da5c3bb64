package egov.kiosk.enrolment.device;

import java.io.Closeable;
import java.io.IOException;

/** A line to the platform. For one thread. */
public interface Conversation extends Closeable {
  /**
   * Says something and waits for what is said to it.
   *
   * @throws IOException when the line breaks or takes too long
   */
  byte[] say(byte[] message) throws IOException;
}
