package egov.kiosk.proving.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A power cut takes what was not synced, and nothing else. */
@Tag("campaign")
class LoopDiskTest {
  private static final int SIZE = 100_000;

  @TempDir Path directory;
  private Scratch scratch;
  private LoopDisk disk;

  @BeforeEach
  void open() throws Exception {
    scratch = Scratch.in(directory);
    disk = scratch.disk("disk", 32);
  }

  @AfterEach
  void close() throws IOException {
    disk.close();
    scratch.close();
  }

  private void write(String name, boolean sync) throws IOException {
    try (FileChannel file =
        FileChannel.open(
            disk.path().resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(new byte[SIZE]);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      if (sync) {
        file.force(true);
      }
    }
  }

  @Test
  void powerCut_syncedFileIsThereAndUnsyncedIsNot() throws Exception {
    write("synced", true);
    write("unsynced", false);
    disk.freeze();
    write("later", true);
    disk.comeBack();
    assertEquals(SIZE, Files.size(disk.path().resolve("synced")));
    Path unsynced = disk.path().resolve("unsynced");
    assertTrue(!Files.exists(unsynced) || Files.size(unsynced) == 0);
    assertTrue(Files.notExists(disk.path().resolve("later")));
  }

  @Test
  void filledDisk_takesNothingUntilEmptied() throws Exception {
    disk.fill(0);
    assertThrows(IOException.class, () -> write("more", true));
    disk.empty();
    write("more", true);
  }
}
