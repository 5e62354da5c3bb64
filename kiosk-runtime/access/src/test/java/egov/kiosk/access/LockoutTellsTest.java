package egov.kiosk.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.access.book.BookPlace;
import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.Credentials;
import egov.kiosk.domain.access.StaffRole;
import egov.kiosk.domain.audit.AuditLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who must know of a lock-out is told of it, of whose it is, and of nothing before. */
class LockoutTellsTest {
  private static final Badge WORKER = new Badge("W-12");

  @TempDir Path directory;

  @Test
  @DisplayName("K02 the fifth wrong PIN of a grid worker is told, and every further one again")
  void k02_fiveWrongPins_areToldOnceLocked_andAgain() throws Exception {
    List<StaffRole> told = new ArrayList<>();
    Path places = Files.createDirectories(directory.resolve("access"));
    Path list = Files.writeString(places.resolve("staff.import"), "W-12 GRID_WORKER 739155\n");
    Files.setPosixFilePermissions(list, PosixFilePermissions.fromString("rw-------"));
    try (AccessRoom room =
        AccessRoom.open(
            new BookPlace(places, directory.resolve("access.secret"), Optional.empty()),
            new Around(
                () -> "fz-gl-000001",
                () ->
                    new AccessSettings(
                        true, Duration.ofMinutes(5), Duration.ofMinutes(60), Duration.ofHours(8)),
                () -> AuditLog.NONE,
                () -> Instant.parse("2026-11-22T04:00:00Z"),
                told::add),
            new SecureRandom(),
            System::nanoTime)) {
      for (int wrong = 1; wrong <= 4; wrong++) {
        refused(room, WORKER);
        refused(room, new Badge("nobody"));
      }
      assertEquals(List.of(), told);
      refused(room, WORKER);
      assertEquals(List.of(StaffRole.GRID_WORKER), told);
      refused(room, WORKER);
      assertEquals(2, told.size(), "again: the first telling may have been cut off");
      refused(room, new Badge("nobody"));
      refused(room, new Badge("nobody"));
      assertEquals(2, told.size(), "a badge nobody has is nobody's lock-out");
    }
  }

  private static void refused(AccessRoom room, Badge badge) {
    assertThrows(AccessException.class, () -> room.door().signIn(badge, Credentials.pin("000000")));
  }
}
