package egov.kiosk.camera.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network camera's endless answer to one GET. Asked in HTTP/1.0, so that it comes in one piece; a
 * redirect is an answer like any other that is no picture, and is never followed. Used by one
 * thread; closing is safe from any.
 */
public final class HttpPictures implements AutoCloseable {
  private static final int USUAL_PORT = 80;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");
  private static final Pattern MULTIPART =
      Pattern.compile(
          "multipart/x-mixed-replace\\s*;\\s*boundary\\s*=\\s*\"?([^\";\\s]{1,70})\"?\\s*",
          Pattern.CASE_INSENSITIVE);

  private final Socket socket;
  private final DeadlineInput in;
  private final PartReader parts;
  private final Duration limit;

  private HttpPictures(Socket socket, DeadlineInput in, PartReader parts, Duration limit) {
    this.socket = socket;
    this.in = in;
    this.parts = parts;
    this.limit = limit;
  }

  /**
   * Connects and asks.
   *
   * @param url {@code http://HOST[:PORT]/PATH}
   * @param mostBytes the longest picture
   * @param limit for connecting and the answer's head, and again for each picture
   * @throws IOException when there is no such camera, or it answers something else than pictures;
   *     the message quotes nothing it said
   */
  public static HttpPictures open(URI url, int mostBytes, Duration limit) throws IOException {
    int port = url.getPort() < 0 ? USUAL_PORT : url.getPort();
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(url.getHost(), port), Math.toIntExact(limit.toMillis()));
      socket.getOutputStream().write(request(url, port));
      DeadlineInput raw = new DeadlineInput(socket);
      raw.within(limit);
      BufferedInputStream in = new BufferedInputStream(raw, 64 * 1024);
      return new HttpPictures(
          socket, raw, new PartReader(in, boundary(new Lines(in)), mostBytes), limit);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private static byte[] request(URI url, int port) {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String head =
        "GET %s%s HTTP/1.0\r\nHost: %s:%d\r\nAccept: multipart/x-mixed-replace\r\n\r\n"
            .formatted(path, query, url.getHost(), port);
    return head.getBytes(US_ASCII);
  }

  private static String boundary(Lines head) throws IOException {
    Matcher status = STATUS.matcher(head.line());
    if (!status.matches()) {
      throw new IOException("the answer is not HTTP");
    }
    if (!status.group(1).equals("200")) {
      throw new IOException("the answer is status " + status.group(1));
    }
    String kind = head.fields().getOrDefault("content-type", "");
    Matcher multipart = MULTIPART.matcher(kind);
    if (!multipart.matches()) {
      throw new IOException("the answer is not multipart/x-mixed-replace");
    }
    // Many cameras announce the boundary with the dashes that only its lines should have.
    String boundary = multipart.group(1);
    return boundary.startsWith("--") && boundary.length() > 2 ? boundary.substring(2) : boundary;
  }

  /**
   * Waits for the next picture.
   *
   * @return its bytes, unjudged; empty when the camera ended its answer
   * @throws IOException when none came in time, or something else did
   */
  public Optional<byte[]> next() throws IOException {
    in.within(limit);
    return parts.next();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more either way.
    }
  }
}
