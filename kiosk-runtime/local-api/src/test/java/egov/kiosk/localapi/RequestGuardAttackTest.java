package egov.kiosk.localapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack tests A01, A03, A04, A05, A07, A14 of the threat catalogue, over raw sockets. */
class RequestGuardAttackTest {
  private static final String SECRET = "3501**********999X";
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
  void get_withGoodHeaders_isAnswered() throws IOException {
    String answer = served.get(SESSION, "");
    assertEquals(200, ServedApi.status(answer));
    assertTrue(answer.contains(SECRET), "the attack tests below look for this text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rebind.test:PORT",
        "localhost:PORT",
        "127.0.0.1",
        "127.0.0.1.:PORT",
        "2130706433:PORT",
        "[::1]:PORT",
        "127.0.0.1:PORT@evil.test",
        "127.1:PORT",
        ""
      })
  void a01_hostThatIsNotOurs_isMisdirected(String host) throws IOException {
    String named = host.replace("PORT", Integer.toString(served.port()));
    String answer =
        served.raw(
            "GET "
                + SESSION
                + " HTTP/1.1\r\nHost: "
                + named
                + "\r\nAuthorization: Bearer "
                + served.token
                + "\r\nConnection: close\r\n\r\n");
    int status = ServedApi.status(answer);
    assertTrue(status == 421 || status == 400, "got " + status);
    assertFalse(answer.contains(SECRET));
  }

  @Test
  void a03_absoluteTargetOfAnotherHost_isRefused() throws IOException {
    String answer =
        served.raw(
            "GET http://evil.test"
                + SESSION
                + " HTTP/1.1\r\nHost: "
                + served.host()
                + "\r\nAuthorization: Bearer "
                + served.token
                + "\r\nConnection: close\r\n\r\n");
    assertTrue(ServedApi.status(answer) == 400 || ServedApi.status(answer) == 421, answer);
    assertFalse(answer.contains(SECRET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: OURS\r\nHost: evil.test\r\n",
        "Host: evil.test\r\nHost: OURS\r\n",
        "Host: OURS\r\nHost: OURS\r\n",
        "Host: OURS, evil.test\r\n"
      })
  void a04_twoHosts_areRefused(String hosts) throws IOException {
    String answer =
        served.raw(
            "GET "
                + SESSION
                + " HTTP/1.1\r\n"
                + hosts.replace("OURS", served.host())
                + "Authorization: Bearer "
                + served.token
                + "\r\nConnection: close\r\n\r\n");
    assertEquals(4, ServedApi.status(answer) / 100, answer);
    assertFalse(answer.contains(SECRET));
  }

  @Test
  void a04_http10WithoutHost_isRefused() throws IOException {
    String answer =
        served.raw(
            "GET " + SESSION + " HTTP/1.0\r\nAuthorization: Bearer " + served.token + "\r\n\r\n");
    assertEquals(4, ServedApi.status(answer) / 100, answer);
    assertFalse(answer.contains(SECRET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.test\r\n",
        "Origin: null\r\n",
        "Origin: http://127.0.0.1:1\r\n",
        "Origin: HTTP://127.0.0.1:PORT\r\n",
        "Origin: http://127.0.0.1:PORT, http://evil.test\r\n",
        "Origin: https://127.0.0.1:PORT\r\n",
        "Sec-Fetch-Site: cross-site\r\n",
        "Sec-Fetch-Site: same-site\r\n",
        "Sec-Fetch-Site: none\r\n",
        "Sec-Fetch-Site: same-origin, cross-site\r\n"
      })
  void a05_anotherOriginOrSite_isForbidden(String headers) throws IOException {
    String answer = served.get(SESSION, headers.replace("PORT", Integer.toString(served.port())));
    assertEquals(403, ServedApi.status(answer), answer);
    assertFalse(answer.contains(SECRET));
  }

  @Test
  void a05_postOfABrowserWithoutOrigin_isForbidden() throws IOException {
    String answer =
        served.raw(
            "POST /api/sessions HTTP/1.1\r\nHost: "
                + served.host()
                + "\r\nSec-Fetch-Site: same-origin\r\nAuthorization: Bearer "
                + served.token
                + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection:"
                + " close\r\n\r\n{}");
    assertEquals(403, ServedApi.status(answer), answer);
    assertTrue(served.desk.asked().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/json;charset=utf-7",
        "application/x-www-form-urlencoded",
        "application/json, text/plain",
        "NONE"
      })
  void a07_bodyThatIsNotJson_isUnsupported(String type) throws IOException {
    String answer =
        served.post("/api/sessions", type.equals("NONE") ? null : type, "{\"itemCode\":\"A1\"}");
    assertEquals(415, ServedApi.status(answer), answer);
    assertTrue(served.desk.asked().isEmpty(), "nothing may have reached the desk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTIONS", "PUT", "DELETE", "TRACE", "PATCH", "HEAD"})
  void a14_otherMethods_areRefused(String method) throws IOException {
    String answer =
        served.raw(
            method
                + " "
                + SESSION
                + " HTTP/1.1\r\nHost: "
                + served.host()
                + "\r\nAuthorization: Bearer "
                + served.token
                + "\r\nConnection: close\r\n\r\n");
    assertEquals(405, ServedApi.status(answer), answer);
    assertFalse(answer.contains("Access-Control-"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer 0000\r\n",
        "Authorization: Basic TOKEN\r\n",
        "Authorization: Bearer TOKEN, Bearer TOKEN\r\n",
        "X-Token: TOKEN\r\n"
      })
  void a08_wrongToken_isUnauthorised(String header) throws IOException {
    String answer =
        served.raw(
            "GET "
                + SESSION
                + "?token="
                + served.token
                + " HTTP/1.1\r\nHost: "
                + served.host()
                + "\r\nConnection: close\r\n"
                + header.replace("TOKEN", served.token)
                + "\r\n");
    assertEquals(401, ServedApi.status(answer), answer);
    assertFalse(answer.contains(SECRET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ui/../application.properties",
        "/ui/%2e%2e/secret",
        "/ui/..%5csecret",
        "/ui/0123456789abcdef/main.js%00.css",
        "/ui/%c0%ae%c0%ae/x.js",
        "/ui//etc/passwd",
        "/ui/index.html",
        "/ui/"
      })
  void a09_pathsOutOfThePages_areNotFound(String path) throws IOException {
    int status = ServedApi.status(served.get(path, ""));
    assertTrue(status == 404 || status == 400, "got " + status);
  }

  @Test
  void everyAnswer_carriesTheHeaders() throws IOException {
    for (String answer : new String[] {served.get("/", ""), served.get("/api/none", "")}) {
      assertTrue(answer.contains("Content-Security-Policy: default-src 'none'; script-src 'self'"));
      assertTrue(answer.contains("sandbox allow-scripts allow-same-origin allow-forms"));
      assertTrue(answer.contains("X-Content-Type-Options: nosniff"));
      assertTrue(answer.contains("Cache-Control: no-store"));
      assertTrue(answer.contains("Cross-Origin-Resource-Policy: same-origin"));
      assertFalse(answer.contains("Access-Control-"));
      assertFalse(answer.contains("Server:"));
      assertFalse(answer.contains("Set-Cookie"));
    }
  }
}
