package egov.kiosk.localapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.Ink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photographed pages and signatures over the wire, well meant and not. */
class PapersRoutesTest {
  private static final String SESSION = "/api/sessions/" + ScriptedDesk.SESSION;
  private static final String OTHER = "/api/sessions/" + "f".repeat(32);

  @TempDir Path directory;
  private ServedApi served;

  @BeforeEach
  void open() throws IOException {
    served = new ServedApi(directory.resolve("run"));
  }

  @AfterEach
  void close() {
    served.close();
  }

  private int sign(String body) throws IOException {
    return ServedApi.status(served.post(SESSION + "/sign", "application/json", body));
  }

  private static String ink(String points) {
    return "{\"width\":968,\"height\":420,\"strokes\":[[" + points + "]]}";
  }

  @Test
  void outlineAndPages_reachTheScreen() throws IOException {
    String outline = served.get(SESSION + "/outline", "");
    assertTrue(
        outline.endsWith("{\"corners\":[[0.1,0.2],[0.9,0.2],[0.9,0.8],[0.1,0.8]]}"), outline);
    String page = served.get(SESSION + "/pages/" + ScriptedDesk.PAGE + ".jpg", "");
    assertTrue(page.contains("Content-Type: image/jpeg"), page);
    assertTrue(page.contains("no-store"), page);
  }

  @Test
  void pagesOfOthers_areNotFound() throws IOException {
    for (String path :
        List.of(
            OTHER + "/pages/" + ScriptedDesk.PAGE + ".jpg",
            OTHER + "/outline",
            SESSION + "/pages/ffffffffffffffff.jpg",
            SESSION + "/pages/../pages/" + ScriptedDesk.PAGE + ".jpg%00",
            SESSION + "/pages/" + ScriptedDesk.PAGE + ".png",
            SESSION + "/pages/")) {
      int status = ServedApi.status(served.get(path, ""));
      assertTrue(status == 404 || status == 400, path + " " + status);
    }
    assertEquals(
        404,
        ServedApi.status(
            served.post(OTHER + "/sign", "application/json", ink("[1,1,0,0],[300,1,9,0]"))));
  }

  @Test
  void sign_strokesReachTheDeskAsTheyAre() throws IOException {
    assertEquals(200, sign(ink("[10,20,0,0],[200,20,80,512]")));
    assertEquals(
        new Action.Sign(
            new Ink(
                968,
                420,
                List.of(
                    new Ink.Stroke(
                        List.of(new Ink.Point(10, 20, 0, 0), new Ink.Point(200, 20, 80, 512)))))),
        served.desk.acted.get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[NaN,1,0,0]",
        "[1e400,1,0,0]",
        "[1.5,1,0,0]",
        "[-1,1,0,0]",
        "[969,1,0,0]",
        "[1,421,0,0]",
        "[1,1,-1,0]",
        "[1,1,200001,0]",
        "[1,1,0,1001]",
        "[1,1,5,0],[1,1,4,0]",
        "[99999999999,1,0,0]",
        "[\"1\",1,0,0]",
        "[null,1,0,0]",
        "[1,1,0]",
        "[1,1,0,0,0]",
        "[[1],1,0,0]",
        "{\"x\":1}",
        "1",
        ""
      })
  void sign_pointsNoPenMakes_refused(String points) throws IOException {
    assertEquals(400, sign(ink(points)));
    assertTrue(served.desk.acted.isEmpty());
  }

  @Test
  void sign_boxesNoScreenHas_refused() throws IOException {
    for (String body :
        List.of(
            "{\"width\":1,\"height\":1,\"strokes\":[[[0,0,0,0]]]}",
            "{\"width\":20000,\"height\":20000,\"strokes\":[[[0,0,0,0]]]}",
            "{\"width\":968,\"strokes\":[[[0,0,0,0]]]}",
            "{\"width\":968,\"height\":420}",
            "{\"width\":968,\"height\":420,\"strokes\":[]}",
            "{\"width\":968,\"height\":420,\"strokes\":{}}",
            "{\"width\":968,\"height\":420,\"strokes\":\"x\"}",
            "{\"width\":968,\"height\":420,\"strokes\":[[[0,0,0,0]]],\"more\":1}")) {
      assertEquals(400, sign(body), body);
    }
  }

  @Test
  void sign_aHundredThousandPoints_refusedByCountOrByLength() throws IOException {
    assertEquals(400, sign(ink("[1,1,0,0],".repeat(100_000 - 1) + "[1,1,0,0]")));
    // The length alone is refused, before a byte of it is read.
    String announced =
        "POST "
            + SESSION
            + "/sign HTTP/1.1\r\nHost: "
            + served.host()
            + "\r\nAuthorization: Bearer "
            + served.token
            + "\r\nContent-Type: application/json\r\nContent-Length: 1800000\r\n\r\n";
    assertEquals(413, ServedApi.status(served.raw(announced)));
    assertTrue(served.desk.acted.isEmpty());
  }

  @Test
  void askingAndFetching_reachTheDesk_andNothingElseDoes() throws IOException {
    String[][] good = {
      {"retrieval-consent", "{\"accept\":true,\"version\":\"r-1\"}"},
      {"use-licence", "{\"material\":\"register\",\"use\":false}"},
      {"phone-open", "{\"material\":\"register\"}"},
      {"supplement", "{}"},
      {"reveal", "{}"},
      {"leave-here", "{}"}
    };
    for (String[] action : good) {
      int status =
          ServedApi.status(served.post(SESSION + "/" + action[0], "application/json", action[1]));
      assertEquals(200, status, action[0]);
      int bent =
          ServedApi.status(served.post(SESSION + "/" + action[0], "application/json", "{\"x\":1}"));
      assertTrue(bent == 400 || bent == 422, action[0] + " " + bent);
    }
  }
}
