package egov.kiosk.launcher.session;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Asks a running kiosk over its own local API; holds its tokens, so only its owner can. */
public final class LocalApiClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final String token;
  private final String technicianToken;

  private LocalApiClient(URI base, String token, String technicianToken) {
    this.base = base;
    this.token = token;
    this.technicianToken = technicianToken;
  }

  /**
   * Finds a running kiosk.
   *
   * @param runDirectory where it writes {@code ui.port}, {@code ui.token} and {@code
   *     technician.token}
   * @return the client, or empty when none answers there
   */
  static Optional<LocalApiClient> find(Path runDirectory) throws InterruptedException {
    try {
      String port = Files.readString(runDirectory.resolve("ui.port")).strip();
      String token = Files.readString(runDirectory.resolve("ui.token")).strip();
      String technicianToken = Files.readString(runDirectory.resolve("technician.token")).strip();
      LocalApiClient client =
          new LocalApiClient(
              URI.create("http://127.0.0.1:" + Integer.parseInt(port)), token, technicianToken);
      client.get("/api/kiosk");
      return Optional.of(client);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Gets a document.
   *
   * @throws LocalApiException when the kiosk refuses; says why and what to do
   */
  String get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(base.resolve(path)), token);
  }

  /**
   * Asks for a change.
   *
   * @param json the request, an object
   * @throws LocalApiException when the kiosk refuses; says why and what to do
   */
  String post(String path, String json) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.US_ASCII)),
        technicianToken);
  }

  private String send(HttpRequest.Builder request, String bearer)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            request.header("Authorization", "Bearer " + bearer).timeout(TIMEOUT).build(),
            HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw LocalApiException.of(response.statusCode(), response.body());
    }
    return response.body();
  }
}
