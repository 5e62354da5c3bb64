package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import egov.kiosk.town.KioskClient;
import egov.kiosk.town.Town;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Attack test E08: what a citizen feels while the line pours garbage into the kiosk. */
@Tag("attack")
class FloodTest {
  private static final String ITEM = "SENIOR-CARD";
  private static final int ROUNDS = 60;
  private static final int ENOUGH_READ = 20_000;

  /** What a finger may wait for in the worst case; citizens press again after a few seconds. */
  private static final Duration NEVER_LONGER = Duration.ofSeconds(5);

  /** What the usual press may take, however slow the machine is without a flood. */
  private static final Duration USUALLY = Duration.ofMillis(500);

  private static final int TIMES_QUIET = 20;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path work;

  private KioskClient kiosk;

  @Test
  void e08_tenThousandMessagesASecond_theScreenAnswersAllTheSame() throws Exception {
    try (FloodingBroker broker = new FloodingBroker();
        Town town =
            RunningTown.start(
                work, new Town.KioskChanges(Map.of(), Map.of("uplink.brokerUri", broker.uri())))) {
      kiosk = town.kiosk().client();
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> broker.topics().size() > 4);
      List<Long> quiet = new ArrayList<>();
      citizens(quiet, ROUNDS);
      broker.flood(true);
      List<Long> flooded = new ArrayList<>();
      long begun = System.nanoTime();
      long end = begun + TimeUnit.SECONDS.toNanos(90);
      while (flooded.size() < quiet.size() || broker.read() < ENOUGH_READ) {
        assertTrue(System.nanoTime() < end, "only " + broker.read() + " messages were read");
        citizens(flooded, 1);
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      broker.flood(false);
      System.err.printf(
          "flood: %.0f messages a second; a press or look %s, without %s%n",
          broker.read() / seconds, figures(flooded), figures(quiet));
      long longest = Math.max(NEVER_LONGER.toNanos(), TIMES_QUIET * Collections.max(quiet));
      assertTrue(Collections.max(flooded) < longest, figures(flooded));
      long most = Math.max(USUALLY.toNanos(), TIMES_QUIET * median(quiet));
      assertTrue(median(flooded) < most, figures(flooded) + ", quiet " + figures(quiet));
      assertFalse(town.kiosk().client().get("/api/items").expect().isEmpty());
    }
  }

  /** Citizens who choose something, look at the page and leave again. */
  private void citizens(List<Long> took, int count) throws IOException, InterruptedException {
    for (int i = 0; i < count; i++) {
      long at = System.nanoTime();
      JsonNode view = kiosk.post("/api/sessions", Map.of("itemCode", ITEM)).expect();
      at = lap(took, at);
      String session = "/api/sessions/" + view.get("id").asText();
      kiosk.get(session).expect();
      at = lap(took, at);
      kiosk.post(session + "/end", Map.of()).expect();
      lap(took, at);
    }
  }

  private static long lap(List<Long> took, long since) {
    long now = System.nanoTime();
    took.add(now - since);
    return now;
  }

  private static long median(List<Long> took) {
    return part(took, 0.5);
  }

  private static long part(List<Long> took, double share) {
    List<Long> sorted = new ArrayList<>(took);
    Collections.sort(sorted);
    return sorted.get((int) (share * (sorted.size() - 1)));
  }

  private static String figures(List<Long> took) {
    return String.format(
        "%.1f ms, p99 %.1f ms, longest %.1f ms",
        median(took) / 1e6, part(took, 0.99) / 1e6, Collections.max(took) / 1e6);
  }
}
