package egov.kiosk.localapi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Errors the server itself answers, e.g. to malformed requests: a code, and nothing of the request.
 */
final class PlainErrors extends ErrorHandler {
  private static final byte[] BODY =
      "{\"error\":{\"code\":\"BAD_REQUEST\"}}".getBytes(StandardCharsets.US_ASCII);

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    SecurityHeaders.addTo(response.getHeaders(), "");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answer.JSON);
    response.write(true, ByteBuffer.wrap(BODY), callback);
    return true;
  }
}
