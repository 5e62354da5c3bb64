package egov.kiosk.updates.ddi;

import com.fasterxml.jackson.databind.JsonNode;
import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/**
 * hawkBit's Direct Device Integration API, version 1, from the device's side: six calls. The server
 * is only a carrier; nothing it says is believed beyond where files lie and which action they are
 * for. Addresses must be on the configured server. Safe for use by several threads.
 */
public final class Ddi {
  static final int LONGEST_ANSWER = 256 * 1024;
  private static final int GONE = 410;
  private static final int NOT_FOUND = 404;

  /** How long one call may take to begin its answer. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http;
  private final DdiSettings settings;
  private final ScheduledExecutorService clockwork;

  /**
   * For one kiosk at one server.
   *
   * @param clockwork looks after answers that stop coming
   */
  public Ddi(HttpClient http, DdiSettings settings, ScheduledExecutorService clockwork) {
    this.http = http;
    this.settings = settings;
    this.clockwork = clockwork;
  }

  /** Asks what there is to do. */
  public Poll poll() throws IOException, UpdateRefusedException, InterruptedException {
    return Poll.of(json(settings.base(), get(settings.base(), LONGEST_ANSWER)), settings);
  }

  /** Asks for the files of an action. */
  public Deployment deployment(URI address)
      throws IOException, UpdateRefusedException, InterruptedException {
    return Deployment.of(json(address, get(address, LONGEST_ANSWER)), settings);
  }

  /** Tells what this kiosk is, so that the server's idea of it never has to be guessed. */
  public void describe(Map<String, String> attributes)
      throws IOException, UpdateRefusedException, InterruptedException {
    send("PUT", settings.base("configData"), Map.of("mode", "replace", "data", attributes));
  }

  /**
   * Tells how an action stands. That the server knows it as done already is as good.
   *
   * @param execution {@code proceeding} or {@code closed}
   * @param finished {@code none}, {@code success} or {@code failure}
   * @param detail one line, without anything of a person or a secret
   */
  public void feedback(String action, String execution, String finished, String detail)
      throws IOException, UpdateRefusedException, InterruptedException {
    send(
        "POST",
        settings.base("deploymentBase/" + action + "/feedback"),
        status(action, execution, finished, List.of(detail)));
  }

  /**
   * Answers a wish to give an action up.
   *
   * @param obeyed whether it was; a trial under way is not given up for a server
   */
  public void cancelled(String action, boolean obeyed)
      throws IOException, UpdateRefusedException, InterruptedException {
    send(
        "POST",
        settings.base("cancelAction/" + action + "/feedback"),
        status(action, obeyed ? "closed" : "rejected", obeyed ? "success" : "none", List.of()));
  }

  private static Map<String, Object> status(
      String action, String execution, String finished, List<String> details) {
    return Map.of(
        "id",
        action,
        "status",
        Map.of("execution", execution, "result", Map.of("finished", finished), "details", details));
  }

  /** A small file; empty when the server has none. */
  Optional<byte[]> small(URI address, int longest)
      throws IOException, UpdateRefusedException, InterruptedException {
    HttpResponse<InputStream> answer = call(settings.request(address).GET().build());
    if (answer.statusCode() == NOT_FOUND) {
      answer.body().close();
      return Optional.empty();
    }
    return Optional.of(body(answer, longest));
  }

  /** The bytes from some place on; the caller closes the answer. */
  HttpResponse<InputStream> from(URI address, long offset)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = settings.request(address).GET();
    if (offset > 0) {
      request.header("Range", "bytes=" + offset + "-");
    }
    return call(request.build());
  }

  private byte[] get(URI address, int longest)
      throws IOException, UpdateRefusedException, InterruptedException {
    return body(call(settings.request(address).GET().build()), longest);
  }

  /** The body of an answer, which is given up when nothing of it comes for a while. */
  InputStream guarded(HttpResponse<InputStream> answer) {
    return new StallGuard(answer.body(), PATIENCE, clockwork, System::nanoTime);
  }

  private byte[] body(HttpResponse<InputStream> answer, int longest)
      throws IOException, UpdateRefusedException {
    try (InputStream in = guarded(answer)) {
      if (answer.statusCode() != 200) {
        throw refused("answers " + answer.statusCode());
      }
      byte[] bytes = in.readNBytes(longest + 1);
      if (bytes.length > longest) {
        throw refused("answers more than " + longest + " bytes");
      }
      return bytes;
    }
  }

  private void send(String method, URI address, Map<String, ?> body)
      throws IOException, UpdateRefusedException, InterruptedException {
    HttpRequest request =
        settings
            .request(address)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(ServerJson.write(body)))
            .build();
    HttpResponse<InputStream> answer = call(request);
    answer.body().close();
    boolean taken = answer.statusCode() / 100 == 2 || answer.statusCode() == GONE;
    if (!taken) {
      throw refused("answers " + answer.statusCode() + " to " + method);
    }
  }

  private HttpResponse<InputStream> call(HttpRequest request)
      throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
  }

  private static JsonNode json(URI address, byte[] bytes) throws UpdateRefusedException {
    return ServerJson.object(bytes)
        .orElseThrow(() -> refused("answers something else than JSON at " + address.getPath()));
  }

  static UpdateRefusedException refused(String what) {
    return new UpdateRefusedException(Refusal.SERVER, "the update server " + what);
  }
}
