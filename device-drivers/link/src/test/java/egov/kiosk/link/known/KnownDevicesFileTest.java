package egov.kiosk.link.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceIdentity.Kind;
import egov.kiosk.domain.device.KnownDevice;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The list of accepted devices. */
class KnownDevicesFileTest {
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
  private static final DeviceIdentity OURS =
      new DeviceIdentity(Kind.SAM_ID, "05.01-20240101-0001234567-0987654321");
  private static final DeviceIdentity OTHER =
      new DeviceIdentity(Kind.SAM_ID, "05.01-20240101-0007654321-0123456789");

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("devices").resolve("known-devices");
  }

  private KnownDevicesFile open() {
    return new KnownDevicesFile(file(), () -> NOW);
  }

  private static Finding finding(KnownDevicesFile known) {
    return new KnownDevicesCheck(known).check(Duration.ofSeconds(1));
  }

  @Test
  void deviceThatTellsNothing_isAcceptedOnceAndOneThatTellsIsThenAStranger() throws IOException {
    KnownDevicesFile known = open();
    assertTrue(known.admits("code-scanner", DeviceIdentity.UNTOLD));
    DeviceIdentity told = new DeviceIdentity(Kind.USB, "10c4:ea60:0001");
    KnownDevicesFile later = open();
    assertTrue(later.admits("code-scanner", DeviceIdentity.UNTOLD), "over a restart");
    assertFalse(later.admits("code-scanner", told));
    later.accept("code-scanner");
    assertTrue(later.admits("code-scanner", told));
    assertFalse(later.admits("code-scanner", DeviceIdentity.UNTOLD), "silence is no way in");
  }

  @Test
  void admits_firstOne_isAcceptedForGoodAndOthersAreNot() {
    assertTrue(open().admits("id-card-reader", OURS));
    KnownDevicesFile later = open();
    assertTrue(later.admits("id-card-reader", OURS));
    assertFalse(later.admits("id-card-reader", OTHER));
    assertTrue(later.admits("printer", OTHER));
    assertEquals(
        List.of(
            new KnownDevice("id-card-reader", OURS, NOW, Optional.of(OTHER)),
            new KnownDevice("printer", OTHER, NOW, Optional.empty())),
        later.list());
  }

  @Test
  void check_stranger_isAnAlarmUntilTheRightOneIsBack() {
    KnownDevicesFile known = open();
    known.admits("id-card-reader", OURS);
    assertEquals(Level.OK, finding(known).level());
    known.admits("id-card-reader", OTHER);
    assertEquals(Level.FAIL, finding(known).level());
    assertTrue(finding(known).what().contains("id-card-reader"));
    known.admits("id-card-reader", OURS);
    assertEquals(Level.OK, finding(known).level());
  }

  @Test
  void accept_stranger_servesFromThenOnAndTheOldOneIsTheStranger() throws IOException {
    KnownDevicesFile known = open();
    known.admits("id-card-reader", OURS);
    assertEquals(Optional.empty(), known.accept("id-card-reader"));
    known.admits("id-card-reader", OTHER);
    assertEquals(OTHER, known.accept("id-card-reader").orElseThrow().accepted());
    KnownDevicesFile later = open();
    assertTrue(later.admits("id-card-reader", OTHER));
    assertFalse(later.admits("id-card-reader", OURS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id-card-reader SAM_ID",
        "id-card-reader NOSE x 2026-06-01T08:00:00Z",
        "ID SAM_ID x 2026-06-01T08:00:00Z",
        "id-card-reader SAM_ID x yesterday",
        "\u0000\u0000\u0000"
      })
  void open_damagedList_admitsNobodyUntilATechnicianAccepts(String line) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), line + "\n");
    KnownDevicesFile known = open();
    assertFalse(known.admits("id-card-reader", OURS));
    assertEquals(Level.FAIL, finding(known).level());
    assertEquals(OURS, known.accept("id-card-reader").orElseThrow().accepted());
    assertTrue(open().admits("id-card-reader", OURS));
    assertEquals(Level.OK, finding(known).level());
  }

  @Test
  void admits_listCannotBeWritten_isSaidOnceUntilItCould() throws IOException {
    Logger log = (Logger) LoggerFactory.getLogger(KnownDevicesFile.class);
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    log.addAppender(said);
    try {
      KnownDevicesFile known = open();
      Path obstacle = Files.createFile(folder.resolve("devices"));
      known.admits("id-card-reader", OURS);
      known.admits("id-card-reader", OURS);
      known.admits("printer", OTHER);
      assertEquals(1, errors(said));
      Files.delete(obstacle);
      assertTrue(known.admits("id-card-reader", OURS));
      Files.delete(file());
      Files.delete(file().getParent());
      Files.createFile(obstacle);
      known.admits("printer", OTHER);
      known.admits("printer", OTHER);
      assertEquals(2, errors(said), "a new trouble is said again");
    } finally {
      log.detachAppender(said);
    }
  }

  private static long errors(ListAppender<ILoggingEvent> said) {
    return said.list.stream()
        .filter(one -> one.getLevel() == ch.qos.logback.classic.Level.ERROR)
        .count();
  }

  @Test
  void admits_listCannotBeWritten_isNo() throws IOException {
    Files.createFile(folder.resolve("devices"));
    KnownDevicesFile known = open();
    assertFalse(known.admits("id-card-reader", OURS));
  }
}
