package egov.kiosk.launcher.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.launcher.port.RemoteSettings;
import egov.kiosk.launcher.port.SettingsRefusedException;
import egov.kiosk.launcher.port.SettingsRefusedException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteDeskTest {
  private static final Map<String, Map<String, String>> SITE = site("东街站");

  @TempDir Path data;
  private Path path;
  private final Map<String, Object> site = new HashMap<>();

  @BeforeEach
  void place() {
    path = data.resolve("settings/overlay");
  }

  private static Map<String, Map<String, String>> site(String name) {
    return Map.of("flow", Map.of("site", name));
  }

  private static Attribute attribute(String id, String type) {
    return new Attribute(id, type, false, Optional.of("1"), Optional.of("100"), List.of(), false);
  }

  private static Attribute word(String id, String... words) {
    return new Attribute(
        id, "String", false, Optional.empty(), Optional.empty(), List.of(words), false);
  }

  private static Installation.Settings base() {
    return new Installation.Settings(
        new Configuration(
            Map.of(
                "flow", Map.of("site", "大厅"),
                "uplink", Map.of("brokerUri", "ssl://broker:8883"))),
        Map.of(
            "flow",
                Map.of(
                    "site", attribute("site", "String"),
                    "zone", attribute("zone", "String"),
                    "stateDirectory", attribute("stateDirectory", "String")),
            "uplink",
                Map.of(
                    "window", attribute("window", "Integer"),
                    "profile", word("profile", "A", "B"),
                    "brokerUri", attribute("brokerUri", "String"),
                    "passwordFile", attribute("passwordFile", "String")),
            "outbox", Map.of("capacityBytes", attribute("capacityBytes", "Long"))));
  }

  private RemoteDesk desk() {
    return desk(new OverlayFile(path));
  }

  private RemoteDesk desk(OverlayFile file) {
    RemoteDesk desk = new RemoteDesk(file);
    site.put("site", desk.open(base()).text("flow", "site", "?"));
    desk.deliverTo(
        configuration -> site.putAll(configuration.values().getOrDefault("flow", Map.of())));
    return desk;
  }

  private static Reason refusal(RemoteDesk desk, Map<String, Map<String, String>> settings) {
    return assertThrows(SettingsRefusedException.class, () -> desk.begin(9, settings)).reason();
  }

  @Test
  void begunAndKept_isInForceAfterEveryRestart() throws Exception {
    RemoteDesk desk = desk();
    desk.begin(1, SITE);
    assertEquals("东街站", site.get("site"));
    desk.keep();
    assertEquals(1, desk().state().kept());
    assertEquals("东街站", site.get("site"));
    assertEquals(
        "东街站", new RemoteDesk(new OverlayFile(path)).look(base()).text("flow", "site", "?"));
  }

  @Test
  void timeUsedUp_revertedAndNeverTakenAgain() throws Exception {
    RemoteDesk desk = desk();
    desk.begin(1, site("first"));
    desk.keep();
    desk.begin(2, SITE);
    assertFalse(desk.spend(Duration.ofSeconds(299)));
    assertTrue(desk.spend(Duration.ofSeconds(1)));
    assertEquals("first", site.get("site"));
    assertEquals(2, desk.state().reverted());
    assertEquals(
        Reason.OLD,
        assertThrows(SettingsRefusedException.class, () -> desk.begin(2, SITE)).reason());
    assertEquals(
        Reason.OLD,
        assertThrows(SettingsRefusedException.class, () -> desk().begin(2, SITE)).reason());
    desk.begin(3, SITE);
    assertEquals("东街站", site.get("site"));
  }

  @Test
  void startsWithoutKeeping_useTheTimeUp() throws Exception {
    desk().begin(5, SITE);
    for (int start = 1; start <= 4; start++) {
      assertEquals(RemoteSettings.TRIAL.minusMinutes(start), desk().state().left());
      assertEquals("东街站", site.get("site"));
    }
    RemoteDesk last = desk();
    assertEquals("大厅", site.get("site"));
    assertEquals(5, last.state().reverted());
    assertEquals(0, last.state().trial());
  }

  @Test
  void componentComplains_isSeenUntilTheTrialEnds() throws Exception {
    RemoteDesk desk = desk();
    desk.componentFailed();
    assertFalse(desk.state().trouble());
    desk.begin(1, SITE);
    desk.componentFailed();
    assertTrue(desk.state().trouble());
    desk.revert();
    assertFalse(desk.state().trouble());
    assertEquals("大厅", site.get("site"));
  }

  @Test
  void whatIsForTheSiteOnly_isForbidden() {
    RemoteDesk desk = desk();
    for (Map<String, Map<String, String>> order :
        List.of(
            Map.of("outbox", Map.of("capacityBytes", "50")),
            Map.of("uplink", Map.of("passwordFile", "/etc/passwd")),
            Map.of("flow", Map.of("stateDirectory", "/tmp")),
            Map.of("flow", Map.of("zone", "Mars/Olympus")),
            Map.of("flow", Map.of("site", "ok"), "outbox", Map.of("capacityBytes", "1")))) {
      assertEquals(Reason.FORBIDDEN, refusal(desk, order), order.toString());
    }
    assertEquals("大厅", site.get("site"));
    assertFalse(Files.exists(path));
  }

  @Test
  void whatDoesNotFit_isRefusedWholeWithoutTheValue() {
    RemoteDesk desk = desk();
    for (Map<String, Map<String, String>> order :
        List.of(
            Map.of("uplink", Map.of("window", "101"), "flow", Map.of("site", "ok")),
            Map.of("uplink", Map.of("window", "many")),
            Map.of("uplink", Map.of("brokerUri", "tcp://elsewhere:1883")),
            Map.of("uplink", Map.of("brokerUri", "ssl://a b:1")),
            Map.of("uplink", Map.of("brokerUri", "ssl://broker:65536")),
            Map.of("uplink", Map.of("brokerUri", "ssl://256.1.1.1:1")),
            Map.of("uplink", Map.of("brokerUri", "ssl://u@broker:1")),
            Map.of("uplink", Map.of("windows", "1")),
            Map.of("uplink", Map.of("profile", "C")),
            Map.of("down\nlink", Map.of("x", "1")),
            site("two\nlines"),
            site("x".repeat(41)))) {
      assertEquals(Reason.INVALID, refusal(desk, order), order.toString());
    }
    String said =
        assertThrows(
                SettingsRefusedException.class,
                () -> desk.begin(9, Map.of("uplink", Map.of("window", "4711"))))
            .getMessage();
    assertEquals("uplink.window must be a whole number from 1 to 100", said);
    assertEquals("大厅", site.get("site"));
  }

  @Test
  void anotherBroker_isTakenWhenItIsAsSafe() throws Exception {
    RemoteDesk desk = desk();
    long version = 0;
    for (String uri : List.of("ssl://b.example:8883", "ssl://10.0.0.255:1", "ssl://b2:65535")) {
      desk.begin(++version, Map.of("uplink", Map.of("brokerUri", uri)));
    }
    assertEquals(3, desk.state().trial());
    desk.begin(4, Map.of("uplink", Map.of("profile", "B")));
  }

  @Test
  void damagedFile_setAsideAndTheKioskStarts() throws Exception {
    desk().begin(1, SITE);
    Files.writeString(path, "kiosk-overlay 1\nrubbish\n");
    RemoteDesk desk = desk();
    assertEquals("大厅", site.get("site"));
    assertTrue(desk.state().damage().contains("damaged"));
    assertTrue(Files.exists(data.resolve("settings/overlay.damaged")));
    desk.begin(1, SITE);
    desk.keep();
    assertEquals("", desk.state().damage());
  }

  @Test
  void directoryInPlaceOfTheFile_theKioskStarts() throws Exception {
    Files.createDirectories(path.resolve("x"));
    assertEquals(0, desk().state().kept());
  }

  @Test
  void deliveryFails_nothingChanged() {
    RemoteDesk desk = desk();
    boolean[] broken = {true};
    desk.deliverTo(
        configuration -> {
          if (broken[0]) {
            broken[0] = false;
            throw new IOException("as the test wants");
          }
          site.putAll(configuration.values().get("flow"));
        });
    assertEquals(Reason.STORAGE, refusal(desk, SITE));
    assertEquals("大厅", site.get("site"));
    assertEquals(0, desk.state().trial());
  }

  /**
   * The power goes off at each step in turn: the old settings or the new, and orders still work.
   */
  @Test
  void powerCutAtAnyStep_oldOrNewSettings() throws Exception {
    int cuts = 0;
    for (boolean through = false; !through; cuts++) {
      path = data.resolve("cut-" + cuts).resolve("overlay");
      RemoteDesk before = desk();
      before.begin(1, site("old"));
      before.keep();
      int last = cuts;
      int[] done = {0};
      RemoteDesk dying =
          desk(
              new OverlayFile(
                  path,
                  () -> {
                    if (done[0]++ == last) {
                      throw new IllegalStateException("power cut");
                    }
                  }));
      try {
        dying.begin(2, site("new"));
        dying.keep();
        through = true;
      } catch (IllegalStateException e) {
        assertEquals("power cut", e.getMessage());
      }
      RemoteDesk after = desk();
      boolean taken = after.state().kept() == 2 || after.state().trial() == 2;
      assertEquals(taken ? "new" : "old", site.get("site"), "cut " + cuts);
      assertEquals(0, after.state().reverted());
      after.begin(3, site("third"));
      assertEquals("third", site.get("site"));
    }
    assertEquals(9, cuts, "each of the four steps of two writings was cut");
  }
}
