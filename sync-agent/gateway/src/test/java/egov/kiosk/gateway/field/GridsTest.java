package egov.kiosk.gateway.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Whose grid is whose, as a file says it. */
class GridsTest {
  @TempDir Path directory;

  private static FieldReport report(String grid, String worker) {
    return new FieldReport(false, grid, worker, Map.of());
  }

  @Test
  void entitled_onlyWhoIsListed_andOnlyTheBadgesBehindTheGrid() throws Exception {
    Path file = directory.resolve("grids.txt");
    Grids grids = Grids.of(file);
    assertFalse(grids.entitled("k-1", report("3501-03", "W-12")), "no file yet: nobody");
    Files.writeString(
        file, "# kiosk grid badges\nk-1 3501-03 W-12 W-13\n\nk-1 3501-05 # all\nk-2 3501-04\n");
    assertTrue(grids.entitled("k-1", report("3501-03", "W-12")));
    assertFalse(grids.entitled("k-1", report("3501-03", "W-14")), "another worker");
    assertTrue(grids.entitled("k-1", report("3501-05", "W-14")), "a grid for whoever has it");
    assertFalse(grids.entitled("k-1", report("3501-04", "W-12")), "another tablet's grid");
    assertFalse(grids.entitled("k-2", report("3501-03", "W-12")));
    assertFalse(grids.entitled("k-1", report("", "W-12")), "none at all");
    assertFalse(Grids.none().entitled("k-1", report("3501-03", "W-12")));
  }

  @Test
  void file_changed_countsAtOnce_brokenOrGone_leavesTheFormer() throws Exception {
    Path file = directory.resolve("grids.txt");
    Files.writeString(file, "k-1 3501-03\n");
    Grids grids = Grids.of(file);
    assertTrue(grids.entitled("k-1", report("3501-03", "W-12")));
    change(file, "k-1\n", 10);
    assertTrue(grids.entitled("k-1", report("3501-03", "W-12")), "a broken list is not read");
    change(file, "k-1 3501-04\n", 20);
    assertFalse(grids.entitled("k-1", report("3501-03", "W-12")));
    Files.delete(file);
    assertTrue(grids.entitled("k-1", report("3501-04", "W-12")));
  }

  @Test
  void file_thatCannotBeRead_isTriedAgain_andSaidOnce() throws Exception {
    Path file = directory.resolve("grids.txt");
    // A directory of that name: it has a time and no text, for whoever runs this.
    Files.createDirectory(file);
    FileTime time = FileTime.from(Instant.now());
    Files.setLastModifiedTime(file, time);
    Grids grids = Grids.of(file);
    Logger logger = (Logger) LoggerFactory.getLogger(Grids.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    try {
      for (int message = 0; message < 5; message++) {
        assertFalse(grids.entitled("k-1", report("3501-03", "W-12")));
      }
    } finally {
      logger.detachAppender(lines);
    }
    assertEquals(1, lines.list.size(), lines.list::toString);
    Files.delete(file);
    Files.writeString(file, "k-1 3501-03\n");
    Files.setLastModifiedTime(file, time);
    assertTrue(grids.entitled("k-1", report("3501-03", "W-12")), "as if its rights were mended");
  }

  @Test
  void twoLinesOfOneGrid_addUp_andNobodyNamedIsEverybody() throws Exception {
    Path file = directory.resolve("grids.txt");
    Files.writeString(file, "k-1 3501-03 W-12\nk-1 3501-03 W-13\nk-1 3501-04\nk-1 3501-04 W-1\n");
    Grids grids = Grids.of(file);
    assertTrue(grids.entitled("k-1", report("3501-03", "W-12")));
    assertTrue(grids.entitled("k-1", report("3501-03", "W-13")));
    assertFalse(grids.entitled("k-1", report("3501-03", "W-14")));
    assertTrue(grids.entitled("k-1", report("3501-04", "W-14")));
  }

  private static void change(Path file, String text, long later) throws Exception {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(later)));
  }
}
