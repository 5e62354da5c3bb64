package egov.kiosk.town;

import egov.kiosk.access.pin.Draw;
import egov.kiosk.domain.access.Badge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The town's member of staff, written into the kiosk's book as whoever sets one up may do it. */
final class TownStaff {
  private TownStaff() {}

  /** A PIN of this town alone. */
  static String drawPin(String badge) {
    return new Draw(new SecureRandom()).pin(new Badge(badge));
  }

  /** Says to the platform where the town's grid worker works, and with which tablet. */
  static void listGrid(Path pki) throws IOException {
    Files.writeString(
        pki.resolve("grids.txt"),
        Town.KIOSK_ID + " " + Town.GRID + " " + Town.WORKER_BADGE + "\n",
        StandardCharsets.US_ASCII);
  }

  /** Leaves the list that a kiosk reads at its first start, and deletes. */
  static void leaveList(Path data) throws IOException {
    Path directory = data.resolve("access");
    if (Files.exists(directory)) {
      return;
    }
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path list =
        Files.createFile(
            directory.resolve("staff.import"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        list,
        String.format(
            "%s COUNTER %s\n%s GRID_WORKER %s\n%s TECHNICIAN %s\n",
            Town.STAFF_BADGE,
            Town.STAFF_PIN,
            Town.WORKER_BADGE,
            Town.WORKER_PIN,
            Town.TECHNICIAN_BADGE,
            Town.TECHNICIAN_PIN),
        StandardCharsets.US_ASCII);
  }
}
