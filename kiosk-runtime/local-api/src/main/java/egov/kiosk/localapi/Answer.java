package egov.kiosk.localapi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A whole answer.
 *
 * @param status the HTTP status
 * @param type its content type
 * @param body its bytes
 */
record Answer(int status, String type, byte[] body) {
  static final String JSON = "application/json";

  private static final String TEXT = "text/plain;charset=utf-8";

  static Answer json(byte[] body) {
    return new Answer(200, JSON, body);
  }

  /** Plain text, for the command line. */
  static Answer text(String text) {
    return new Answer(200, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  void send(Response response, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
