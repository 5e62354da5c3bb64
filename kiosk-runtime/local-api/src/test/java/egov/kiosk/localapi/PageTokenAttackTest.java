package egov.kiosk.localapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attack test A08 of the threat catalogue: what a page of the citizen before can still do. */
class PageTokenAttackTest {
  private static final Pattern IN_PAGE = Pattern.compile("content=\"([0-9a-f]{64})\"");
  private static final Pattern IN_HEAD = Pattern.compile("Kiosk-Token: ([0-9a-f]{64})");
  private static final String SESSION = "/api/sessions/" + ScriptedDesk.SESSION;

  private ServedApi served;

  @BeforeEach
  void open(@TempDir Path directory) throws IOException {
    served = new ServedApi(directory.resolve("run"));
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void tokenOfTheSessionBefore_isRefusedForEverything() throws IOException {
    String idle = page("/");
    String first = begin(idle);
    assertEquals(200, status("GET", SESSION, first));
    served.desk.tell(Optional.empty());
    String next = page("/");
    assertNotEquals(first, next);
    for (String old : new String[] {idle, first}) {
      for (String path : new String[] {"/api/kiosk", "/api/items", "/api/events", SESSION}) {
        assertEquals(401, status("GET", path, old), path);
      }
      for (String path : new String[] {"/api/sessions", SESSION + "/end", SESSION + "/submit"}) {
        assertEquals(401, status("POST", path, old), path);
      }
    }
    assertEquals(1, served.desk.begun.size(), "nothing of it reached the desk");
    assertTrue(served.desk.acted.isEmpty());
    assertEquals(200, status("GET", "/api/items", next));
  }

  @Test
  void pageThatWaitedOnTheFirstPage_getsNothingOfTheSessionAnotherPageBegan() throws IOException {
    String idle = page("/");
    try (Socket left = stream(idle)) {
      assertTrue(readUntil(left, "event: session").contains("attract"));
      begin(idle);
      served.desk.tell(Optional.of(ScriptedDesk.view()));
      String rest = readToTheEnd(left);
      assertFalse(rest.contains(ScriptedDesk.SESSION), rest);
      assertFalse(rest.contains("event: token"), rest);
    }
  }

  @Test
  void pageOfTheSession_goesOnAfterItsEndWithTheNextToken() throws IOException {
    String held = begin(page("/"));
    try (Socket own = stream(held)) {
      readUntil(own, ScriptedDesk.SESSION);
      served.desk.tell(Optional.empty());
      String told = readUntil(own, "\"attract\"");
      Matcher next = Pattern.compile("\"token\":\"([0-9a-f]{64})\"").matcher(told);
      assertTrue(next.find(), told);
      assertEquals(page("/"), next.group(1));
      assertEquals(200, status("GET", "/api/items", next.group(1)));
    }
  }

  @Test
  void pageThatEndsTheSession_hasItsNextTokenWithTheAnswer() throws IOException {
    String held = begin(page("/"));
    served.desk.onAct = () -> served.desk.tell(Optional.empty());
    String answer = send("POST", SESSION + "/end", held);
    assertEquals(200, ServedApi.status(answer));
    assertEquals(page("/"), inHead(answer));
  }

  @Test
  void pageLoadedAnewInTheMiddleOfASession_goesOnWithIt() throws IOException {
    String held = begin(page("/"));
    assertEquals(held, page("/"));
    assertEquals(200, status("GET", SESSION, page("/")));
  }

  @Test
  void pagesOfWorkersAndTechnicians_stayAndSeeNothingOfTheCitizen() throws IOException {
    String staff = page("/technician");
    assertEquals(staff, page("/worker"));
    begin(page("/"));
    assertEquals(200, status("GET", "/api/health", staff));
    for (String path : new String[] {"/api/events", SESSION, SESSION + "/preview.jpg"}) {
      assertEquals(401, status("GET", path, staff), path);
    }
    for (String path : new String[] {"/api/sessions", SESSION + "/end"}) {
      assertEquals(401, status("POST", path, staff), path);
    }
  }

  @Test
  void callThatCrossedWithTheNextToken_isRefusedAndNoRecordIsMadeOfIt() throws IOException {
    List<AuditEvent> heard = new CopyOnWriteArrayList<>();
    served.audit = recorder(heard);
    String idle = page("/");
    String held = begin(idle);
    served.desk.tell(Optional.empty());
    String crossed = send("GET", "/api/kiosk", held);
    assertEquals(401, ServedApi.status(crossed));
    assertTrue(crossed.contains("CROSSED"), crossed);
    assertEquals(List.of(), heard);
    assertEquals(401, status("GET", "/api/kiosk", idle));
    assertEquals(1, heard.size(), "a page two sessions old is none of these");
  }

  private static AuditLog recorder(List<AuditEvent> heard) {
    return new AuditLog() {
      @Override
      public void record(AuditEvent event) {
        heard.add(event);
      }

      @Override
      public void require(AuditEvent event) {
        heard.add(event);
      }
    };
  }

  @Test
  void tokenOfTheOwnersFile_isInNoPage() throws IOException {
    for (String path : new String[] {"/", "/worker", "/technician"}) {
      String html = served.get(path, "");
      assertFalse(html.contains(served.token), path);
      assertFalse(html.contains(served.technicianToken), path);
    }
  }

  private String page(String path) throws IOException {
    Matcher found = IN_PAGE.matcher(served.get(path, "Sec-Fetch-Site: none\r\n"));
    assertTrue(found.find(), path);
    return found.group(1);
  }

  private String begin(String token) throws IOException {
    String answer = send("POST", "/api/sessions", token);
    assertEquals(201, ServedApi.status(answer), answer);
    return inHead(answer);
  }

  private static String inHead(String answer) {
    Matcher next = IN_HEAD.matcher(answer);
    assertTrue(next.find(), answer);
    return next.group(1);
  }

  private int status(String method, String path, String token) throws IOException {
    return ServedApi.status(send(method, path, token));
  }

  private String send(String method, String path, String token) throws IOException {
    String body = path.equals("/api/sessions") ? "{\"itemCode\":\"A1\"}" : "{}";
    return served.raw(
        head(method, path, token)
            + (method.equals("GET")
                ? "\r\n"
                : "Origin: http://"
                    + served.host()
                    + "\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.length()
                    + "\r\n\r\n"
                    + body));
  }

  private String head(String method, String path, String token) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: "
        + served.host()
        + "\r\nConnection: close\r\nAuthorization: Bearer "
        + token
        + "\r\n";
  }

  private Socket stream(String token) throws IOException {
    Socket socket = served.connect();
    socket
        .getOutputStream()
        .write((head("GET", "/api/events", token) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  private static String readUntil(Socket socket, String text) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    byte[] some = new byte[4096];
    // A stream that has nothing to tell still sends a comment every few seconds.
    for (int reads = 0; reads < 50; reads++) {
      int n = in.read(some);
      all.write(some, 0, Math.max(0, n));
      if (n < 0 || all.toString(StandardCharsets.UTF_8).contains(text)) {
        break;
      }
    }
    String read = all.toString(StandardCharsets.UTF_8);
    assertTrue(read.contains(text), read);
    return read;
  }

  private static String readToTheEnd(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
