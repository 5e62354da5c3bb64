package egov.kiosk.upkeep.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontTablesTest {
  @TempDir private Path directory;

  @Test
  void list_isTheOneThatCanBeTyped() throws IOException {
    try (InputStream list = FontTables.class.getResourceAsStream("characters.txt")) {
      BitSet listed = FontTables.listed(list.readAllBytes());
      assertEquals(21_134, listed.cardinality());
      for (int rare : new int[] {0x20BB7, 0x3402, 0x4DAE, 0x5F67}) {
        assertTrue(listed.get(rare), Integer.toHexString(rare));
      }
    }
  }

  @Test
  void groupsAndSegments_areRead() throws IOException {
    BitSet wide = FontTables.of(ByteBuffer.wrap(Fonts.with(0x4E00, 0x4E0F)));
    assertEquals(16, wide.cardinality());
    BitSet narrow = FontTables.of(ByteBuffer.wrap(Fonts.segment(0x4E00, 0x4E07)));
    assertEquals(8, narrow.cardinality());
    assertFalse(narrow.get(0xFFFF));
  }

  /** Whatever the bytes are: characters, or an IOException. */
  @Test
  void spoiltFonts_neverFailOtherwise() throws IOException {
    Random random = new Random(7);
    Path file = directory.resolve("font");
    for (int i = 0; i < 2_000; i++) {
      byte[] font = i % 2 == 0 ? Fonts.with(0x20, 0x30) : Fonts.segment(0x20, 0x30);
      for (int spoilt = 0; spoilt < 1 + i % 5; spoilt++) {
        font[random.nextInt(font.length)] = (byte) random.nextInt();
      }
      Files.write(file, i % 7 == 0 ? java.util.Arrays.copyOf(font, random.nextInt(40)) : font);
      try {
        assertTrue(FontTables.read(file).length() <= Character.MAX_CODE_POINT + 1);
      } catch (IOException e) {
        assertFalse(e.getMessage().isBlank());
      }
    }
  }
}
