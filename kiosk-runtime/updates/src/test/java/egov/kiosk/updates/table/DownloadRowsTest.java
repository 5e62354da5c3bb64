package egov.kiosk.updates.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.lab.DdiServer;
import egov.kiosk.updates.lab.Desk;
import egov.kiosk.updates.lab.Kiosk;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows 1, 9 and 10: the line to the server, and a server that does not do what it should. */
class DownloadRowsTest {
  private static final Duration TICK = Duration.ofMinutes(2);
  private static final Duration LONG = Duration.ofHours(2);

  @TempDir Path home;
  @TempDir Path shelf;
  private Kiosk kiosk;
  private DdiServer server;
  private Desk desk;

  @BeforeEach
  void machine() throws Exception {
    kiosk = new Kiosk(home).withVersion1();
    try (Stream<Path> old = Files.list(kiosk.places.download())) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    kiosk.publish(Kiosk.draft(2), shelf);
    server = new DdiServer(shelf);
    server.action = Optional.of("7");
    desk = new Desk(kiosk, server);
  }

  @AfterEach
  void close() {
    desk.close();
    server.close();
  }

  @Test
  void row01_serverDown_runsOnAndAsksLaterAndLater() throws Exception {
    server.pollStatus = 503;
    for (int i = 0; i < 5; i++) {
      desk.after(LONG);
    }
    assertEquals(1, kiosk.running());
    assertTrue(server.feedback.isEmpty());
    server.pollStatus = 200;
    desk.after(LONG);
    assertEquals(1, desk.restarts);
  }

  @Test
  void row01_nobodyKnowsTheServersName_runsOnAndAsksAgain() throws Exception {
    // A name that no resolver may ever answer for (RFC 6761, 6.4).
    try (Desk lost = new Desk(kiosk, URI.create("http://updates.invalid:8080"))) {
      for (int i = 0; i < 5; i++) {
        lost.after(LONG);
      }
      assertEquals(1, kiosk.running());
      assertEquals(0, lost.restarts);
      assertTrue(lost.standing().silentSince().isPresent(), "the doctor is told");
    }
    desk.after(LONG);
    assertEquals(1, desk.restarts);
  }

  @Test
  void row01_captivePortalAnswersWithAPage_isNoUpdate() throws Exception {
    server.close();
    try (PagePortal portal = new PagePortal()) {
      Desk behind = new Desk(kiosk, portal.asServer());
      behind.after(LONG);
      assertEquals(1, kiosk.running());
      behind.close();
    }
  }

  @Test
  void row09_cutInTheMiddle_goesOnThereWithRange() throws Exception {
    server.fault = DdiServer.Fault.CUT;
    desk.after(TICK);
    assertTrue(kiosk.state().staged().isEmpty());
    desk.after(LONG);
    assertEquals(1, server.ranges.size(), "one part was gone on with");
    assertEquals(1, desk.restarts);
  }

  @Test
  void row09_serverWithoutRange_beginsAnew() throws Exception {
    server.fault = DdiServer.Fault.CUT;
    desk.after(TICK);
    server.fault = DdiServer.Fault.NO_RANGE;
    desk.after(LONG);
    assertEquals(1, desk.restarts);
  }

  @Test
  void row10_g05_endlessStream_stopsAtTheSignedLength() throws Exception {
    server.fault = DdiServer.Fault.ENDLESS;
    desk.after(TICK);
    assertEquals(Refusal.CONTENT, desk.standing().refused().orElseThrow().refusal());
    try (Stream<Path> files = Files.list(kiosk.places.download())) {
      assertEquals(0, files.filter(file -> size(file) > 1 << 20).count(), "nothing large is left");
    }
    assertEquals(1, kiosk.running());
  }

  @Test
  void row10_g05_otherBytesOfTheSameLength_thrownAwayThenDownloadedAnew() throws Exception {
    server.fault = DdiServer.Fault.OTHER_BYTES;
    desk.after(TICK);
    assertEquals(Refusal.CONTENT, desk.standing().refused().orElseThrow().refusal());
    assertFalse(Files.exists(kiosk.places.download().resolve("kiosk-2-amd64-app.tar.coming")));
    server.fault = DdiServer.Fault.NONE;
    desk.after(LONG);
    assertEquals(1, desk.restarts);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
