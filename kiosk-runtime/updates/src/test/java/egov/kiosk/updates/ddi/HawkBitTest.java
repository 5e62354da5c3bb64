package egov.kiosk.updates.ddi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.updates.lab.Desk;
import egov.kiosk.updates.lab.Kiosk;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way with a real hawkBit; only with {@code -Pit-hawkbit}. */
@Tag("hawkbit")
class HawkBitTest {
  private static final Duration HOURS = Duration.ofHours(2);

  @TempDir Path home;
  @TempDir Path shelf;

  @Test
  void assignedVersion_isInstalledTriedKept_thenInSync_andABadOneIsAnError() throws Exception {
    Kiosk kiosk = new Kiosk(home.resolve("kiosk")).withVersion1();
    Path cache = Path.of(System.getProperty("kiosk.cache"));
    try (HawkBit server = new HawkBit(cache, home.resolve("hawkbit.log"))) {
      Awaitility.await().atMost(Duration.ofMinutes(10)).until(server::ready);
      server.post(
          "/rest/v1/targets",
          "[{\"controllerId\":\"K-1\",\"name\":\"K-1\",\"securityToken\":\"secret\"}]");
      server.assign("2", kiosk.publish(Kiosk.draft(2), shelf.resolve("2")));
      try (Desk desk = new Desk(kiosk, server.address())) {
        desk.after(HOURS);
        assertEquals("pending", status(server));
        desk.prestart();
        desk.start(kiosk.now.plusSeconds(600));
        desk.after(Duration.ofMinutes(3));
        assertEquals(2, kiosk.running());
        assertEquals("in_sync", status(server));

        server.assign("3", kiosk.publish(Kiosk.draft(3), shelf.resolve("3")));
        desk.after(HOURS);
        desk.prestart();
        desk.start(kiosk.now.plusSeconds(1200));
        kiosk.updater().giveUp("health");
        desk.prestart();
        desk.after(HOURS);
        assertEquals(2, kiosk.running());
        assertEquals("error", status(server));
      }
    }
  }

  private static String status(HawkBit server) throws Exception {
    return server
        .ask("GET", "/rest/v1/targets/K-1", null, "application/json")
        .get("updateStatus")
        .asText();
  }
}
