package egov.kiosk.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.StaffRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list that is read once. */
class StaffListTest {
  private static final String LINE = "1001 COUNTER 482915\n";

  @TempDir Path directory;

  private Path leave(String text) throws IOException {
    Path file = directory.resolve("access/staff.import");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  @Test
  void list_readOnceAndDeleted() throws Exception {
    Path file = leave(LINE + "T-7 TECHNICIAN 915028 change\n");
    Lab lab = new Lab(directory);
    assertFalse(Files.exists(file));
    lab.door().confirm(Lab.COUNTER, "482915", StaffRole.COUNTER);
    assertTrue(
        lab.door()
            .signIn(Lab.TECHNICIAN, egov.kiosk.domain.access.Credentials.pin("915028"))
            .presence()
            .limited());
    assertTrue(
        lab.log().contains("key.changed done by system  part:staff-book {REASON=LISTED, COUNT=2}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1001 COUNTER",
        "1001 ADMINISTRATOR 482915\n",
        "1001 counter 482915\n",
        "1001 COUNTER 123456\n",
        "1001  COUNTER 482915\n",
        "350100199001011234 COUNTER 482915\n",
        "admin COUNTER 482915\n",
        LINE + LINE,
        LINE + "\n"
      })
  void badList_refusedWholeAndKept(String text) throws Exception {
    Path file = leave(text.isEmpty() ? "x" : text);
    Lab lab = new Lab(directory);
    assertTrue(Files.exists(file));
    assertEquals("REFUSED 4", lab.outcome(Lab.COUNTER, "482915"));
    assertTrue(lab.room.check().check(Duration.ofSeconds(1)).what().contains("list of staff"));
  }

  @Test
  void listOthersCanRead_refused() throws Exception {
    Path file = leave(LINE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals("REFUSED 4", new Lab(directory).outcome(Lab.COUNTER, "482915"));
  }

  @Test
  void listAfterTheStart_isNoWayIn() throws Exception {
    Template.get().into(directory);
    Path file = leave("2002 TECHNICIAN 482915\n");
    Lab lab = Lab.furnishedAlready(directory);
    assertEquals("REFUSED 4", lab.outcome(new Badge("2002"), "482915"));
    assertTrue(Files.exists(file));
  }
}
