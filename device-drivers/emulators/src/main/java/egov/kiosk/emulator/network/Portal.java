package egov.kiosk.emulator.network;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A captive portal: whatever is asked, on whatever port, the answer is a log-in page over HTTP (RFC
 * 8952 says why it should not be so, and it is).
 */
final class Portal {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int GREETING = 4_096;
  private static final String PAGE = "<html><body>Please log in to use this network.</body></html>";

  private Portal() {}

  /** Waits for the first bytes, answers them and closes. */
  static void answer(Socket client) {
    try (client) {
      client.setSoTimeout(PATIENCE_MILLIS);
      if (client.getInputStream().read(new byte[GREETING]) >= 0) {
        String head =
            "HTTP/1.1 302 Found\r\nLocation: http://login.invalid/\r\nContent-Type: text/html\r\n"
                + "Content-Length: %d\r\nConnection: close\r\n\r\n".formatted(PAGE.length());
        client.getOutputStream().write((head + PAGE).getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      // A client that does not like the page leaves.
    }
  }
}
