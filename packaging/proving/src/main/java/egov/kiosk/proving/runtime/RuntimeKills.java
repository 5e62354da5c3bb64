package egov.kiosk.proving.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import egov.kiosk.town.CitizenPlayer;
import egov.kiosk.town.Town;
import egov.kiosk.town.TownLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills the packaged runtime while a citizen submits. Whoever was shown a number must find the
 * transaction at the platform, once; whoever was not may find it or not, but never twice.
 */
public final class RuntimeKills {
  private static final String ITEM = "SENIOR-CARD";
  private static final String CARD = "resident";
  private static final int LATEST_MILLIS = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern ACCEPTED = Pattern.compile("accepted=(\\d+)");

  private final TownLayout layout;
  private final int cycles;
  private final Random random;
  private final Set<String> told = new HashSet<>();
  private final long start = System.nanoTime();
  private long longestRecovery;
  private int done;
  private int shown;

  /**
   * What was found.
   *
   * @param shown how many citizens were shown a number before the kill
   * @param lost of those, how many the platform does not have
   * @param doubled how many transactions more than citizens the platform has
   */
  public record Result(int cycles, int shown, int lost, long doubled, Duration recovery) {
    /** The same by the names of the report. */
    public Map<String, Long> sums() {
      return Map.of(
          "cycles",
          (long) cycles,
          "accepted",
          (long) shown,
          "delivered",
          (long) shown - lost,
          "lost",
          (long) lost,
          "doubled",
          doubled,
          "longestRecoveryMillis",
          recovery.toMillis());
    }
  }

  /**
   * @param tree the runtime's tree, as the distribution makes it
   * @param cache where face pack and demonstration faces were fetched to
   * @param shim the V4L2 shim library
   * @param work an own directory
   */
  public RuntimeKills(Path tree, Path cache, Path shim, Path work, int cycles, long seed) {
    layout = new TownLayout(tree, cache, shim, work);
    this.cycles = cycles;
    random = new Random(seed);
  }

  /** Plays so many citizens and kills the runtime under each, for so long at most. */
  public Result run(Duration limit) throws IOException, InterruptedException {
    // The runtime's own watch would close a kiosk that ends so often.
    Town.KioskChanges patient =
        new Town.KioskChanges(Map.of(), Map.of("watch.processes", "1000"), Set.of());
    try (Town town = Town.start(layout, 0, patient, message -> {})) {
      while (done < cycles && System.nanoTime() - start < limit.toNanos()) {
        cycle(town);
        done++;
      }
      int lost = 0;
      for (String id : told) {
        lost += has(town, id) ? 0 : 1;
      }
      long doubled = Math.max(0, accepted(town) - done);
      return new Result(done, shown, lost, doubled, Duration.ofNanos(longestRecovery));
    }
  }

  private void cycle(Town town) throws IOException, InterruptedException {
    CitizenPlayer citizen = new CitizenPlayer(town);
    citizen.choose(ITEM);
    citizen.answerConsent(true);
    citizen.placeCard(CARD);
    citizen.fillForm();
    if (!citizen.page().equals("confirm")) {
      throw new IOException("the citizen cannot submit, the screen is at " + citizen.page());
    }
    Thread submit = new Thread(() -> submit(citizen), "proving-citizen");
    submit.start();
    TimeUnit.MILLISECONDS.sleep(random.nextInt(LATEST_MILLIS));
    long killed = System.nanoTime();
    town.powerCycleKiosk();
    submit.join();
    JsonNode accepted = citizen.view().path("accepted");
    if (accepted.has("transactionId")) {
      shown++;
      told.add(accepted.get("transactionId").asText());
    }
    town.reader().command("lift");
    settle(town);
    longestRecovery = Math.max(longestRecovery, System.nanoTime() - killed);
  }

  private static void submit(CitizenPlayer citizen) {
    try {
      citizen.act("submit", Map.of());
    } catch (IOException e) {
      // The runtime was killed before it answered: this citizen was told nothing.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void settle(Town town) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (town.kiosk().client().get("/api/outbox").expect().get("pending").asInt() > 0) {
      if (System.nanoTime() - end > 0) {
        throw new IOException("the queue does not drain after the runtime was killed");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static boolean has(Town town, String id) {
    try {
      town.platform().command("find " + id);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static long accepted(Town town) throws IOException {
    Matcher count = ACCEPTED.matcher(town.platform().command("stats"));
    if (!count.find()) {
      throw new IOException("the platform does not count");
    }
    return Long.parseLong(count.group(1));
  }
}
