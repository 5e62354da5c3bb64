package egov.kiosk.updates.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.ddi.PartDownload;
import egov.kiosk.updates.lab.DdiServer;
import egov.kiosk.updates.lab.Desk;
import egov.kiosk.updates.lab.Kiosk;
import egov.kiosk.updates.slot.SlotName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows 11, 12, 21, 22 and 23: real processes of a new version that ends, hangs, or is killed by the
 * watchdog. The supervisor is this test, which does what systemd's unit says: prestart, start, and
 * again after every end.
 */
class StartRowsTest {
  private static final int LONGEST_SECONDS = 60;

  @TempDir Path home;
  private Kiosk kiosk;

  @BeforeEach
  void machine() throws Exception {
    kiosk = new Kiosk(home).withVersion1();
  }

  /** Installs a version whose program is a script. */
  private void trialOf(String script) throws Exception {
    kiosk.script = Optional.of(script);
    kiosk.publish(Kiosk.draft(2));
    kiosk.script = Optional.empty();
    kiosk.updater().install(kiosk.places.download());
    kiosk.updater().begin();
  }

  private Process start() throws Exception {
    return new ProcessBuilder("sh", kiosk.places.link().resolve("bin/kiosk").toString())
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("program.log").toFile())
        .start();
  }

  private static void awaitEnd(Process process) throws Exception {
    assertTrue(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS), "the program ended");
  }

  private void assertGivenUp() throws Exception {
    assertEquals(SlotName.A, kiosk.updater().prestart());
    assertEquals(1, kiosk.running());
    assertEquals("2 GIVEN_UP tries", kiosk.state().outcome());
    Process old = start();
    awaitEnd(old);
    assertEquals(0, old.exitValue());
  }

  @Test
  void row21_endsAtOnceThreeTimes_oldRunsAndTheVersionIsBad() throws Exception {
    trialOf("#!/bin/sh\nexit 127\n");
    for (int start = 1; start <= 3; start++) {
      assertEquals(SlotName.B, kiosk.updater().prestart());
      Process process = start();
      awaitEnd(process);
      assertNotEquals(0, process.exitValue());
    }
    assertGivenUp();
    assertTrue(kiosk.state().bad().contains(2L));
  }

  @Test
  void row22_hangsBeforeReady_eachKillIsATry() throws Exception {
    trialOf("#!/bin/sh\nexec sleep 600\n");
    for (int start = 1; start <= 3; start++) {
      assertEquals(SlotName.B, kiosk.updater().prestart());
      Process process = start();
      assertTrue(process.isAlive());
      process.destroyForcibly();
      awaitEnd(process);
    }
    assertGivenUp();
  }

  @Test
  void row23_watchdogMissedAfterReady_eachAbortIsATry() throws Exception {
    trialOf("#!/bin/sh\necho READY\nexec sleep 600\n");
    for (int start = 1; start <= 3; start++) {
      kiosk.updater().prestart();
      Process process = start();
      new ProcessBuilder("kill", "-ABRT", Long.toString(process.pid())).start().waitFor();
      awaitEnd(process);
    }
    assertGivenUp();
  }

  @Test
  void row11_notRoomForTwiceTheDownload_refusedBeforeItBegins() throws Exception {
    PartDownload download = new PartDownload(null, kiosk.places.download());
    UpdateRefusedException refused =
        assertThrows(UpdateRefusedException.class, () -> download.demandSpace(Long.MAX_VALUE / 4));
    assertEquals(Refusal.NO_SPACE, refused.refusal());
  }

  @Test
  void row12_cutInTheDownload_whatWasThereIsGoneOnWithOrThrownAway() throws Exception {
    Path shelf = home.resolve("shelf");
    kiosk.publish(Kiosk.draft(2), shelf);
    byte[] whole = Files.readAllBytes(shelf.resolve("kiosk-2-amd64-app.tar"));
    Path coming = kiosk.places.download().resolve("kiosk-2-amd64-app.tar.coming");
    // After a cut the end of a file may be zeros that were never written.
    Files.write(coming, Arrays.copyOf(Arrays.copyOf(whole, 3000), 9000));
    try (DdiServer server = new DdiServer(shelf)) {
      server.action = Optional.of("7");
      Desk desk = new Desk(kiosk, server);
      assertEquals(SlotName.A, kiosk.updater().prestart());
      desk.after(Duration.ofMinutes(2));
      assertEquals(Refusal.CONTENT, desk.standing().refused().orElseThrow().refusal());
      desk.after(Duration.ofHours(2));
      assertEquals(1, desk.restarts);
      assertEquals(SlotName.B, desk.prestart());
      desk.close();
    }
    assertEquals(2, kiosk.running());
    assertTrue(
        new String(
                Files.readAllBytes(kiosk.places.link().resolve("bin/kiosk")),
                StandardCharsets.UTF_8)
            .contains("version 2"));
  }
}
