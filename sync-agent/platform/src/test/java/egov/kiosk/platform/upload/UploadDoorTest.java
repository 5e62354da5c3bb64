package egov.kiosk.platform.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.platform.books.Handovers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadDoorTest {
  private static final byte[] PHOTO = {(byte) 0xff, (byte) 0xd8, 1, 2, (byte) 0xff, (byte) 0xd9};

  private Instant now = Instant.parse("2026-11-22T01:00:00Z");
  private final Handovers handovers = new Handovers(new SecureRandom(), () -> now);
  private final HttpClient client = HttpClient.newHttpClient();
  private UploadDoor door;

  @BeforeEach
  void open() throws IOException {
    door = UploadDoor.open(0, handovers);
  }

  @AfterEach
  void close() {
    door.close();
  }

  private String opened() {
    Question question =
        new Question(
            TransactionId.create(now),
            "fz-gl-000001",
            now,
            now,
            "00".repeat(16),
            new Asking(
                Asking.Purpose.HANDOVER,
                "X",
                "1",
                Optional.empty(),
                List.of(),
                Map.of("step", "open")));
    return handovers.answer(question).rows().get(1).value();
  }

  private HttpResponse<String> get(String url) throws Exception {
    return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  private int put(String url, byte[] body) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(body)).build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void page_onlyForACodeThatWaits_andWithAPolicy() throws Exception {
    String url = opened();
    HttpResponse<String> page = get(url);
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("capture=\"environment\""));
    assertTrue(page.headers().firstValue("Content-Security-Policy").orElse("").contains("'none'"));
    String base = url.substring(0, url.indexOf("/u/"));
    for (String wrong :
        List.of(
            "/", "/u/", "/u/" + "0".repeat(20), "/u/../upload.html", "/upload.html", "/u/%2e")) {
      assertEquals(404, get(base + wrong).statusCode(), wrong);
    }
    assertEquals(200, get(base + "/upload.js").statusCode());
  }

  @Test
  void photo_takenOnce_nothingElseEver() throws Exception {
    String url = opened();
    assertEquals(409, put(url, new byte[] {1, 2, 3, 4}));
    assertEquals(409, put(url, new byte[Handovers.LARGEST + 1]));
    assertEquals(200, put(url, PHOTO));
    assertEquals(409, put(url, PHOTO));
    assertEquals(404, get(url).statusCode());
  }

  @Test
  void code_endsByItself() throws Exception {
    String url = opened();
    now = now.plusSeconds(601);
    assertEquals(404, get(url).statusCode());
    assertEquals(409, put(url, PHOTO));
    assertFalse(handovers.waits(url.substring(url.lastIndexOf('/') + 1)));
  }
}
