package egov.kiosk.updates.ddi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** A real hawkBit on loopback, and the little of its management interface an operator would use. */
final class HawkBit implements AutoCloseable {
  private static final String BASIC =
      "Basic " + Base64.getEncoder().encodeToString("lab:lab".getBytes(StandardCharsets.UTF_8));

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI address;
  private final Process process;

  HawkBit(Path cache, Path log) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    address = URI.create("http://127.0.0.1:" + port);
    process =
        new ProcessBuilder(
                Path.of("src/hawkbit/server").toAbsolutePath().toString(),
                cache.resolve("hawkbit").toString(),
                Integer.toString(port),
                Path.of("target/hawkbit").toAbsolutePath().toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
  }

  URI address() {
    return address;
  }

  /** Whether it answers; fails when it ended. */
  boolean ready() {
    if (!process.isAlive()) {
      throw new IllegalStateException("hawkBit ended with " + process.exitValue());
    }
    try {
      return ask("GET", "/rest/v1/targets", null, "application/json").has("content");
    } catch (IOException e) {
      return false;
    }
  }

  /** Asks; {@code body} may be absent. */
  JsonNode ask(String method, String path, byte[] body, String type) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Authorization", BASIC)
            .header("Content-Type", type)
            .header("Accept", "application/hal+json, application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() / 100 != 2) {
        throw new IOException(method + " " + path + ": " + answer.statusCode());
      }
      return json.readTree(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  JsonNode post(String path, String body) throws IOException {
    return ask("POST", path, body.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  /** Gives a kiosk what lies in a directory, as an operator would. */
  void assign(String version, Path files) throws IOException {
    String module =
        post(
                "/rest/v1/softwaremodules",
                "[{\"name\":\"kiosk\",\"version\":\"" + version + "\",\"type\":\"application\"}]")
            .get(0)
            .get("id")
            .asText();
    try (var all = Files.list(files)) {
      for (Path file : all.sorted().toList()) {
        upload(module, file);
      }
    }
    String set =
        post(
                "/rest/v1/distributionsets",
                ("[{\"name\":\"kiosk\",\"version\":\"%s\",\"type\":\"app\",\"modules\":[{\"id\":%s}]}]")
                    .formatted(version, module))
            .get(0)
            .get("id")
            .asText();
    post(
        "/rest/v1/distributionsets/" + set + "/assignedTargets",
        "[{\"id\":\"K-1\",\"type\":\"forced\"}]");
  }

  private void upload(String module, Path file) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String head =
        "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n";
    body.writeBytes(head.formatted(file.getFileName()).getBytes(StandardCharsets.UTF_8));
    body.writeBytes(Files.readAllBytes(file));
    body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
    ask(
        "POST",
        "/rest/v1/softwaremodules/" + module + "/artifacts",
        body.toByteArray(),
        "multipart/form-data; boundary=part");
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
