package egov.kiosk.localapi;

import egov.kiosk.access.AccessRoom;
import egov.kiosk.domain.access.StaffAdministration;
import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.assist.Handwriting;
import egov.kiosk.domain.assist.Voice;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Measurements;
import egov.kiosk.domain.outbox.Courier;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.retention.RetentionDesk;
import egov.kiosk.domain.trace.Traces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The API on a free port with a scripted desk, and raw sockets to attack it with. */
final class ServedApi implements AutoCloseable {
  final ScriptedDesk desk = new ScriptedDesk();
  final LocalApi api;
  final String token;
  final String technicianToken;
  volatile ScriptedQueue queue;
  volatile AuditLog audit = AuditLog.NONE;
  volatile AccessRoom people;
  volatile RetentionDesk retention;
  volatile Voice voice;
  volatile Handwriting handwriting;
  volatile PrintDesk prints;
  volatile Measurements measurements;
  volatile Traces traces;

  ServedApi(Path runDirectory) throws IOException {
    api =
        LocalApi.open(
            0,
            runDirectory,
            path -> ServedApi.class.getResource(path),
            new Technicians() {
              @Override
              public Optional<Measurements> measurements() {
                return Optional.ofNullable(measurements);
              }

              @Override
              public Optional<Traces> traces() {
                return Optional.ofNullable(traces);
              }

              @Override
              public Optional<Outbox> outbox() {
                return Optional.ofNullable(queue);
              }

              @Override
              public Optional<Courier> courier() {
                return Optional.ofNullable(queue);
              }

              @Override
              public Optional<StaffDoor> door() {
                return Optional.ofNullable(people).map(AccessRoom::door);
              }

              @Override
              public Optional<StaffAdministration> staff() {
                return Optional.ofNullable(people).map(AccessRoom::office);
              }

              @Override
              public Optional<RetentionDesk> retention() {
                return Optional.ofNullable(retention);
              }

              @Override
              public Optional<PrintDesk> prints() {
                return Optional.ofNullable(prints);
              }

              @Override
              public AuditLog audit() {
                return audit;
              }

              @Override
              public List<Finding> findings() {
                return List.of(Finding.ok("clock", "agrees\twith\nthe platform"));
              }
            },
            new Assistance() {
              @Override
              public Optional<Voice> voice() {
                return Optional.ofNullable(voice);
              }

              @Override
              public Optional<Handwriting> handwriting() {
                return Optional.ofNullable(handwriting);
              }
            });
    api.serve(Optional.of(desk));
    token = Files.readString(runDirectory.resolve("ui.token"));
    technicianToken = Files.readString(runDirectory.resolve("technician.token"));
  }

  int port() {
    return api.port();
  }

  String host() {
    return "127.0.0.1:" + port();
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  /** Sends bytes as they are and reads until the server closes or a whole answer is there. */
  String raw(String request) throws IOException {
    try (Socket socket = connect()) {
      try {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
      } catch (SocketException refusedEarly) {
        // A server that refuses by the head alone need not read the rest; its answer is there.
      }
      return readAnswer(socket.getInputStream());
    }
  }

  /** A GET with good headers; more headers may follow, each ending in CRLF. */
  String get(String path, String moreHeaders) throws IOException {
    return raw(
        "GET "
            + path
            + " HTTP/1.1\r\nHost: "
            + host()
            + "\r\nAuthorization: Bearer "
            + token
            + "\r\nConnection: close\r\n"
            + moreHeaders
            + "\r\n");
  }

  /** A POST as the technician's command sends it. */
  String order(String path, String body) throws IOException {
    return raw(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: "
            + host()
            + "\r\nAuthorization: Bearer "
            + technicianToken
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\nConnection: close\r\n\r\n"
            + body);
  }

  /** A POST as the kiosk's own screen sends it. */
  String post(String path, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return raw(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: "
            + host()
            + "\r\nOrigin: http://"
            + host()
            + "\r\nSec-Fetch-Site: same-origin\r\nAuthorization: Bearer "
            + token
            + "\r\n"
            + (type == null ? "" : "Content-Type: " + type + "\r\n")
            + "Content-Length: "
            + bytes.length
            + "\r\nConnection: close\r\n\r\n"
            + new String(bytes, StandardCharsets.ISO_8859_1));
  }

  static int status(String answer) {
    return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }

  private static String readAnswer(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    int n;
    while ((n = in.read(buffer)) >= 0) {
      all.write(buffer, 0, n);
      String text = all.toString(StandardCharsets.UTF_8);
      int end = text.indexOf("\r\n\r\n");
      if (end >= 0) {
        int length = contentLength(text);
        if (length >= 0 && all.size() >= end + 4 + length) {
          return text;
        }
      }
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  private static int contentLength(String head) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, "Content-Length: ", 0, 16))
        .map(line -> Integer.parseInt(line.substring(16).strip()))
        .findFirst()
        .orElse(-1);
  }

  @Override
  public void close() {
    api.close();
  }
}
