package egov.kiosk.checks;

import com.fasterxml.jackson.databind.JsonNode;
import egov.kiosk.town.Town;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/** What a town's platform and its kiosk's queue have in their books. */
final class Books {
  private Books() {}

  /** The platform's counts by name, {@code accepted} and {@code ratings} among them. */
  static Map<String, Long> platform(Town town) throws IOException {
    Map<String, Long> counts = new HashMap<>();
    for (String word : town.platform().command("stats").split(" ")) {
      String[] pair = word.split("=");
      counts.put(pair[0], Long.parseLong(pair[1]));
    }
    return counts;
  }

  /** How many transactions the platform accepted. */
  static long accepted(Town town) throws IOException {
    return platform(town).get("accepted");
  }

  static JsonNode queue(Town town) throws IOException, InterruptedException {
    return town.kiosk().client().get("/api/outbox").expect();
  }

  static void awaitQueueEmpty(Town town) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> queue(town).get("pending").asLong() == 0);
  }
}
