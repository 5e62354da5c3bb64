package egov.kiosk.pageprinter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Answers each IPP question with whatever bytes a test wants. */
final class HostileServer implements AutoCloseable {
  private final ServerSocket server;
  volatile Answer answer;

  /** What is written for one question. */
  interface Answer {
    void to(int requestId, OutputStream out) throws IOException;
  }

  HostileServer() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    Thread thread = new Thread(this::serve, "hostile-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        answer.to(requestId(socket.getInputStream()), socket.getOutputStream());
        // Closing with bytes unread would take the answer back.
        socket.shutdownOutput();
        socket.setSoTimeout(2_000);
        socket.getInputStream().readNBytes(1024 * 1024);
      } catch (IOException e) {
        // the driver hung up, as it should
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** Reads a head, and as much of the body as tells the number of the question. */
  static int requestId(InputStream in) throws IOException {
    int newlines = 0;
    while (newlines < 2) {
      int value = in.read();
      if (value < 0) {
        throw new IOException("no request");
      }
      newlines = value == '\n' ? newlines + 1 : value == '\r' ? newlines : 0;
    }
    byte[] head = in.readNBytes(8);
    return ByteBuffer.wrap(head).getInt(4);
  }

  static void ok(OutputStream out, byte[] body) throws IOException {
    text(
        out,
        "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: "
            + body.length
            + "\r\n\r\n");
    out.write(body);
    out.flush();
  }

  static void text(OutputStream out, String words) throws IOException {
    out.write(words.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The beginning of a good answer: version, status, number, charset and language. */
  static ByteArrayOutputStream good(int requestId, String charset) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(new byte[] {2, 0, 0, 0});
    body.writeBytes(ByteBuffer.allocate(4).putInt(requestId).array());
    body.write(1);
    attribute(body, 0x47, "attributes-charset", charset.getBytes(StandardCharsets.US_ASCII));
    attribute(body, 0x48, "attributes-natural-language", new byte[] {'e', 'n'});
    body.write(4);
    attribute(body, 0x23, "printer-state", new byte[] {0, 0, 0, 3});
    return body;
  }

  static void attribute(ByteArrayOutputStream out, int tag, String name, byte[] value) {
    out.write(tag);
    out.write(name.length() >> 8);
    out.write(name.length());
    out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    out.write(value.length >> 8);
    out.write(value.length);
    out.writeBytes(value);
  }
}
