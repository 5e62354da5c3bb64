package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attack test F05 on a real file system that is really full, of bytes or of files. */
class FullDiskTest {
  @TempDir Path temp;

  @Test
  void diskFull_append_refusedNothingLostAndDrains() throws Exception {
    String output = SmallDisk.run("size=24m", temp, FillTheDisk.class);
    assertTrue(output.contains("drained"), output);
  }

  /** Room enough for bytes, and not for one file more. */
  @Test
  void f05_noInodes_newBusinessRefusedBeforeItStartsNothingLostAndDrains() throws Exception {
    String output = SmallDisk.run("size=64m,nr_inodes=64", temp, UseUpTheInodes.class);
    assertTrue(output.contains("drained"), output);
  }
}
