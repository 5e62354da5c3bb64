package egov.kiosk.outboxsqlite.salvage;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parsers of SQLite's file format against examples of its documentation and against noise. */
class SalvageParsersTest {
  @TempDir Path temp;

  @Test
  void varint_examplesOfTheFormat_read() {
    assertEquals(new Varint(0, 1), read("00"));
    assertEquals(new Varint(127, 1), read("7f"));
    assertEquals(new Varint(128, 2), read("8100"));
    assertEquals(new Varint(16383, 2), read("ff7f"));
    assertEquals(new Varint(-1, 9), read("ffffffffffffffffff"));
    assertEquals(new Varint(Long.MIN_VALUE, 9), read("c08080808080808000"));
    assertNull(read("81"));
    assertNull(read(""));
  }

  @Test
  void record_allSerialTypes_taken() {
    // Header of 8: null, 8-bit, 16-bit, zero, one, text of 2, blob of 1.
    byte[] record =
        HexFormat.of().parseHex("0800010208091 10e".replace(" ", "") + "ff8000" + "6869" + "aa");
    List<Object> columns = RecordReader.columns(record).orElseThrow();
    assertNull(columns.get(0));
    assertEquals(-1L, columns.get(1));
    assertEquals(-32768L, columns.get(2));
    assertEquals(0L, columns.get(3));
    assertEquals(1L, columns.get(4));
    assertEquals("hi", columns.get(5));
    assertEquals(1, ((byte[]) columns.get(6)).length);
  }

  @Property(tries = 2000)
  void record_noise_neverThrows(@ForAll @Size(max = 200) byte[] noise) {
    assertDoesNotThrow(() -> RecordReader.columns(noise));
    assertDoesNotThrow(() -> SealedRows.recognise(1, noise, Admission.withoutKeys()));
  }

  @Property(tries = 500)
  void page_noise_neverThrows(@ForAll long seed, @ForAll boolean first) {
    byte[] page = new byte[4096];
    new Random(seed).nextBytes(page);
    page[first ? 100 : 0] = 0x0D;
    assertDoesNotThrow(() -> LeafPage.cells(page, first));
  }

  @Property(tries = 60)
  void files_noise_nothingFoundNothingThrown(@ForAll long seed) throws Exception {
    Path directory = Files.createTempDirectory("noise");
    Path database = directory.resolve("db");
    Path log = directory.resolve("wal");
    try {
      Random random = new Random(seed);
      Files.write(database, noise(random));
      Files.write(log, noise(random));
      RawRows.read(
          database,
          log,
          Admission.withoutKeys(),
          row -> {
            throw new AssertionError("a row in noise");
          });
    } finally {
      Files.deleteIfExists(database);
      Files.deleteIfExists(log);
      Files.delete(directory);
    }
  }

  @Test
  void overflowChain_pointingAtItself_ends() throws Exception {
    byte[] page = new byte[8192];
    ByteBuffer buffer = ByteBuffer.wrap(page);
    page[0] = 0;
    buffer.put(4096, (byte) 0x0D).putShort(4096 + 3, (short) 1).putShort(4096 + 8, (short) 100);
    // A payload of 16 MiB whose overflow begins in this very page.
    buffer.position(4096 + 100);
    buffer.put(new byte[] {(byte) 0x88, (byte) 0x80, (byte) 0x80, 0x00, 1});
    Path file = Files.write(temp.resolve("db"), page);
    assertDoesNotThrow(
        () ->
            RawRows.read(
                file, temp.resolve("none"), Admission.withoutKeys(), row -> Files.delete(file)));
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(40_000)];
    random.nextBytes(bytes);
    for (int at = 0; at < bytes.length; at += 4096) {
      bytes[at] = 0x0D;
    }
    return bytes;
  }

  private static Varint read(String hex) {
    return Varint.read(ByteBuffer.wrap(HexFormat.of().parseHex(hex)), 0);
  }
}
