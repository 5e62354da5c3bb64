package egov.kiosk.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Asks a running kiosk over its own local API; holds its token, so only its owner can. */
final class LocalApiClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final URI base;
  private final String token;

  private LocalApiClient(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /**
   * Finds a running kiosk.
   *
   * @param runDirectory where it writes {@code ui.port} and {@code ui.token}
   * @return the client, or empty when none answers there
   */
  static Optional<LocalApiClient> find(Path runDirectory) throws InterruptedException {
    try {
      String port = Files.readString(runDirectory.resolve("ui.port")).strip();
      String token = Files.readString(runDirectory.resolve("ui.token")).strip();
      LocalApiClient client =
          new LocalApiClient(URI.create("http://127.0.0.1:" + Integer.parseInt(port)), token);
      client.get("/api/kiosk");
      return Optional.of(client);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Gets a JSON document.
   *
   * @throws IOException when the kiosk does not answer with 200
   */
  String get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Authorization", "Bearer " + token)
            .timeout(TIMEOUT)
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("the running kiosk answered " + response.statusCode());
    }
    return response.body();
  }
}
