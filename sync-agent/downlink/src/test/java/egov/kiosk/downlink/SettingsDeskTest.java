package egov.kiosk.downlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsDeskTest {
  @TempDir Path directory;
  private Kiosk kiosk;

  @BeforeEach
  void open() {
    kiosk = new Kiosk(directory);
  }

  @Test
  void goodOrder_inForceAtOnceKeptOnceTheKioskCheckedIn() {
    kiosk.configure(1, "east");
    assertEquals("east", kiosk.settings.site);
    kiosk.pass(Duration.ofSeconds(14));
    assertEquals(0, kiosk.settings.state().kept(), "the line may not have followed yet");
    kiosk.pass(Duration.ofSeconds(3));
    assertEquals(1, kiosk.settings.state().kept());
    assertEquals(1, kiosk.heard("EVENT", "\"outcome\":\"in-force\"", "\"revision\":1"));
  }

  @Test
  void noCheckIn_revertedWithinFiveMinutesToldLaterAndNeverRetried() {
    kiosk.configure(1, "east");
    kiosk.pass(Duration.ofSeconds(20));
    kiosk.configure(2, "nowhere");
    kiosk.online = false;
    kiosk.pass(Duration.ofSeconds(299));
    assertEquals("nowhere", kiosk.settings.site);
    kiosk.pass(Duration.ofSeconds(2));
    assertEquals("east", kiosk.settings.site);
    kiosk.restart();
    kiosk.online = true;
    kiosk.pass(Duration.ofSeconds(10));
    assertEquals(1, kiosk.heard("\"outcome\":\"reverted\"", "\"revision\":2"));
    kiosk.configure(2, "nowhere");
    assertEquals("east", kiosk.settings.site);
    kiosk.restart();
    kiosk.configure(2, "nowhere");
    kiosk.configure(1, "other");
    assertEquals("east", kiosk.settings.site);
    kiosk.configure(3, "west");
    kiosk.pass(Duration.ofSeconds(20));
    assertEquals(3, kiosk.settings.state().kept());
  }

  @Test
  void revertedWasToldOnce_notToldAfterEveryStart() {
    kiosk.configure(1, "x");
    kiosk.online = false;
    kiosk.pass(Duration.ofMinutes(6));
    kiosk.online = true;
    for (int i = 0; i < 3; i++) {
      kiosk.restart();
      kiosk.pass(Duration.ofSeconds(60));
    }
    assertEquals(1, kiosk.heard("\"outcome\":\"reverted\""));
  }

  @Test
  void restartsDuringTheTrial_checkInIsTriedAgain() {
    kiosk.configure(1, "east");
    kiosk.online = false;
    kiosk.pass(Duration.ofSeconds(30));
    kiosk.restart();
    kiosk.pass(Duration.ofSeconds(30));
    kiosk.online = true;
    kiosk.restart();
    kiosk.pass(Duration.ofSeconds(14));
    assertEquals(0, kiosk.settings.state().kept());
    kiosk.pass(Duration.ofSeconds(3));
    assertEquals(1, kiosk.settings.state().kept());
  }

  @Test
  void componentComplains_revertedAtOnce() {
    kiosk.configure(1, "east");
    kiosk.settings.trouble = true;
    kiosk.pass(Duration.ofSeconds(1));
    assertEquals("base", kiosk.settings.site);
    assertEquals(1, kiosk.heard("reverted"));
  }

  @Test
  void badOrder_refusedWithReasonAndTheNextVersionIsTaken() {
    kiosk.configure(4, "bad");
    assertEquals(1, kiosk.heard("refused", "\"revision\":4", "INVALID", "flow.site must be good"));
    kiosk.configure(4, "mended");
    assertEquals("mended", kiosk.settings.site);
  }

  @Test
  void newerOrderDuringATrial_takesItsPlace() {
    kiosk.configure(1, "first");
    kiosk.configure(2, "second");
    assertEquals("second", kiosk.settings.site);
    kiosk.pass(Duration.ofSeconds(20));
    assertEquals(2, kiosk.settings.state().kept());
  }

  @Test
  void launcherLostItsFile_olderVersionsStayRefusedTheSameOneIsTakenAgain() {
    kiosk.configure(5, "east");
    kiosk.pass(Duration.ofSeconds(20));
    kiosk.settings.forget();
    kiosk.restart();
    kiosk.configure(4, "old");
    assertEquals("base", kiosk.settings.site);
    kiosk.configure(5, "east");
    assertEquals("east", kiosk.settings.site);
  }

  @Test
  void launcherLostItsFile_whatWasRevertedStaysAway() {
    kiosk.configure(5, "nowhere");
    kiosk.online = false;
    kiosk.pass(Duration.ofMinutes(6));
    kiosk.online = true;
    kiosk.pass(Duration.ofSeconds(10));
    kiosk.settings.forget();
    kiosk.restart();
    kiosk.configure(5, "nowhere");
    assertEquals("base", kiosk.settings.site);
    kiosk.configure(6, "west");
    assertEquals("west", kiosk.settings.site);
  }

  @Test
  void sameOrderAgain_answeredAgainButNotForEveryRepetition() {
    kiosk.configure(1, "east");
    kiosk.pass(Duration.ofSeconds(60));
    for (int i = 0; i < 1000; i++) {
      kiosk.configure(1, "east");
    }
    assertEquals(2, kiosk.heard("in-force"));
  }

  /** Whatever comes in whatever order, with restarts and outages: versions in force only rise. */
  @Property(tries = 60)
  void anyHistory_versionsKeptOnlyRiseAndRevertedOnesStayAway(
      @ForAll @Size(min = 1, max = 25) List<@IntRange(max = 99) Integer> steps) throws IOException {
    Path place = Files.createTempDirectory("downlink");
    try {
      history(new Kiosk(place), steps);
    } finally {
      Scratch.delete(place);
    }
  }

  private static void history(Kiosk any, List<Integer> steps) {
    Set<Long> reverted = new HashSet<>();
    long kept = 0;
    for (int step : steps) {
      if (step < 50) {
        any.configure(step / 5 + 1, "v" + step);
      } else if (step < 60) {
        any.restart();
      } else if (step < 70) {
        any.online = !any.online;
      } else {
        any.pass(Duration.ofSeconds((step - 69) * 15L));
      }
      assertTrue(any.settings.state().kept() >= kept);
      kept = any.settings.state().kept();
      assertTrue(any.settings.state().trial() == 0 || any.settings.state().trial() > kept);
      assertTrue(!reverted.contains(any.settings.state().trial()));
      if (any.settings.state().reverted() > 0) {
        reverted.add(any.settings.state().reverted());
      }
    }
  }
}
