package egov.kiosk.updates.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.updates.disk.Steps;
import egov.kiosk.updates.lab.Kiosk;
import egov.kiosk.updates.slot.Places;
import egov.kiosk.updates.slot.Request;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a trial has: three starts, but no second one when the first took long to fail. */
class TrialAgeTest {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  @TempDir Path home;

  private TrialAge at(String boot, String uptime) throws IOException {
    Files.writeString(home.resolve("boot"), boot + "\n");
    Files.writeString(home.resolve("up"), uptime + " 100.00\n");
    return new TrialAge(home, home.resolve("boot"), home.resolve("up"));
  }

  @Test
  void age_countsFromTheFirstStart_withinOneTimeOfBeingOn() throws Exception {
    assertFalse(at("one", "100.5").tooLateForAnother(), "nothing noted");
    at("one", "100.5").note(true);
    at("one", "110.5").note(false);
    assertFalse(at("one", "120.9").tooLateForAnother());
    assertTrue(at("one", "121.0").tooLateForAnother());
    assertFalse(at("one", "1300").overdue());
    assertTrue(at("one", "1301").overdue());
    assertFalse(at("two", "5000").overdue(), "another time of being on");
    at("two", "5000").note(false);
    assertTrue(at("two", "5021").tooLateForAnother());
    at("two", "6000").note(true);
    assertFalse(at("two", "6020").tooLateForAnother(), "another trial");
  }

  @Test
  void secondStart_longAfterTheFirst_isGivenUp_unlessItWasStoppedOnPurpose() throws Exception {
    Kiosk kiosk = new Kiosk(home).withVersion1();
    kiosk.publish(Kiosk.draft(2));
    kiosk.updater().install(kiosk.places.download());
    kiosk.updater().begin();
    prestart(kiosk.places);
    assertEquals(2, kiosk.state().tries());
    long ago = (long) Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ")[0]);
    Files.writeString(
        kiosk.places.state().resolve("trial-since"),
        Files.readString(BOOT).strip() + " " + Math.max(0, ago - 60));
    prestart(kiosk.places, "asked");
    assertEquals(1, kiosk.state().tries());
    prestart(kiosk.places);
    assertEquals("2 GIVEN_UP time", kiosk.state().outcome());
    assertEquals(1, kiosk.running());
  }

  @Test
  void startsAgainOnPurpose_areCounted_soThatABadVersionEndsAfterThree() throws Exception {
    Kiosk kiosk = new Kiosk(home).withVersion1();
    kiosk.publish(Kiosk.draft(2));
    kiosk.updater().install(kiosk.places.download());
    kiosk.updater().begin();
    for (int left = 2; left >= 0; left--) {
      prestart(kiosk.places, "asked");
      assertEquals(left, kiosk.state().tries());
    }
    prestart(kiosk.places, "asked");
    assertEquals("2 GIVEN_UP tries", kiosk.state().outcome());
    assertEquals(1, kiosk.running());
  }

  @Test
  void programsOwnWord_isObeyedBeforeItsOrderToBeStartedAgain() throws Exception {
    Kiosk kiosk = new Kiosk(home).withVersion1();
    kiosk.publish(Kiosk.draft(2));
    kiosk.updater().install(kiosk.places.download());
    kiosk.updater().begin();
    prestart(kiosk.places);
    new Request(Request.Kind.GIVE_UP, "health-printer").leave(kiosk.places.exchange());
    prestart(kiosk.places, "asked");
    assertEquals("2 GIVEN_UP health-printer", kiosk.state().outcome());
    assertEquals(1, kiosk.running());
  }

  private static void prestart(Places places, String... more) {
    List<String> line = new ArrayList<>(List.of("prestart"));
    line.addAll(List.of(more));
    line.addAll(List.of("--opt", places.program().toString()));
    line.addAll(List.of("--boot", places.state().toString()));
    line.addAll(List.of("--exchange", places.exchange().toString()));
    line.addAll(List.of("--queue", places.queue().toString(), "--arch", "amd64"));
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    assertEquals(0, KioskSlot.run(nowhere, nowhere, line, Steps.NONE));
  }
}
