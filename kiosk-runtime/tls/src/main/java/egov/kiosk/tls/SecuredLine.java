package egov.kiosk.tls;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A connection whose handshake is over: both directions are secret and whole, the other end is
 * proven. One thread may read while another writes; any thread may close.
 */
public interface SecuredLine extends Closeable {
  /**
   * What the other end sends; obeys the socket's read timeout, after which reading can go on. Ends
   * only when the other end said so: a cut line is an exception.
   */
  InputStream input();

  /** To the other end, at once. */
  OutputStream output();

  /** What was agreed upon. */
  LineFacts facts();

  /**
   * Says goodbye if the line still carries it and closes the socket; never waits longer than 2 s,
   * whatever a writer is doing.
   */
  @Override
  void close();
}
