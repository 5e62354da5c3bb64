package egov.kiosk.camera.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** What a socket says, until a moment: a peer that drips byte by byte gains no time. */
final class DeadlineInput extends InputStream {
  private final Socket socket;
  private final InputStream in;
  private long deadline;

  DeadlineInput(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  /** From now on everything that is read must be there within this time. */
  void within(Duration time) {
    deadline = System.nanoTime() + time.toNanos();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    long millis = (deadline - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      throw new SocketTimeoutException("no whole picture in time");
    }
    // Zero would be for ever.
    socket.setSoTimeout(Math.toIntExact(millis));
    return in.read(into, from, length);
  }
}
