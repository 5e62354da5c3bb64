package egov.kiosk.town;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Speaks the same HTTP interface as the citizen screens. */
public final class KioskClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI base;
  private final Path tokenFile;

  KioskClient(int port, Path tokenFile) {
    this.base = URI.create("http://127.0.0.1:" + port);
    this.tokenFile = tokenFile;
  }

  /** The address of the screens. */
  public URI address() {
    return base;
  }

  /** An answer of the kiosk. */
  public record Answer(int status, JsonNode body) {
    /** The body of an answer that must have succeeded. */
    public JsonNode expect() throws IOException {
      if (status / 100 != 2) {
        throw new IOException("the kiosk answered " + status + " " + body);
      }
      return body;
    }
  }

  /** Gets a document. */
  public Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** The measurements, as a program on the same machine gets them. */
  public String measurements() throws IOException, InterruptedException {
    return new String(whole("/metrics"), StandardCharsets.UTF_8);
  }

  /** Gets a picture as it is. */
  public byte[] picture(String path) throws IOException, InterruptedException {
    return whole(path);
  }

  private byte[] whole(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("the kiosk answered " + response.statusCode());
    }
    return response.body();
  }

  /** Posts an action. */
  public Answer post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
  }

  /** Whether it is open for business: the desk is there, not only the page. */
  public boolean isReady() throws InterruptedException {
    try {
      JsonNode kiosk = get("/api/kiosk").expect();
      return !kiosk.path("starting").asBoolean(true);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether it serves anything at all. */
  boolean answers() throws InterruptedException {
    try {
      get("/api/kiosk").expect();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private HttpRequest.Builder request(String path) throws IOException {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + Files.readString(tokenFile));
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), json.readTree(response.body()));
  }
}
