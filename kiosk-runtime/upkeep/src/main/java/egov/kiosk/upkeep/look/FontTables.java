package egov.kiosk.upkeep.look;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * Which characters a font file has glyphs for, by its own table (cmap of ISO/IEC 14496-22, formats
 * 4 and 12). What a browser says of a font does not tell: it draws a box and still names the font.
 */
final class FontTables {
  private static final int COLLECTION = 0x74746366;
  private static final int CMAP = 0x636d6170;
  private static final int MOST_TABLES = 256;
  private static final int MOST_GROUPS = 200_000;
  private static final int LAST = Character.MAX_CODE_POINT;

  private FontTables() {}

  /**
   * Characters of the first font in a file.
   *
   * @throws IOException when it cannot be read or is no font
   */
  static BitSet read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return of(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("no font of the kind that is read here", e);
    }
  }

  static BitSet of(ByteBuffer font) throws IOException {
    int start = font.getInt(0) == COLLECTION ? font.getInt(12) : 0;
    int tables = Math.min(MOST_TABLES, Short.toUnsignedInt(font.getShort(start + 4)));
    for (int i = 0; i < tables; i++) {
      int entry = start + 12 + 16 * i;
      if (font.getInt(entry) == CMAP) {
        return characters(font, font.getInt(entry + 8));
      }
    }
    throw new IOException("a font without a table of characters");
  }

  private static BitSet characters(ByteBuffer font, int cmap) {
    BitSet found = new BitSet();
    int parts = Math.min(MOST_TABLES, Short.toUnsignedInt(font.getShort(cmap + 2)));
    for (int i = 0; i < parts; i++) {
      int part = cmap + font.getInt(cmap + 4 + 8 * i + 4);
      switch (font.getShort(part)) {
        case 4 -> segments(font, part, found);
        case 12 -> groups(font, part, found);
        default -> {
          // Variation selectors and old code pages say nothing more.
        }
      }
    }
    return found;
  }

  private static void segments(ByteBuffer font, int part, BitSet found) {
    int bytes = Short.toUnsignedInt(font.getShort(part + 6));
    for (int i = 0; i < bytes; i += 2) {
      int last = Short.toUnsignedInt(font.getShort(part + 14 + i));
      int first = Short.toUnsignedInt(font.getShort(part + 16 + bytes + i));
      if (first <= last && last < 0xFFFF) {
        found.set(first, last + 1);
      }
    }
  }

  private static void groups(ByteBuffer font, int part, BitSet found) {
    int groups = Math.min(MOST_GROUPS, Math.max(0, font.getInt(part + 12)));
    for (int i = 0; i < groups; i++) {
      int first = font.getInt(part + 16 + 12 * i);
      int last = font.getInt(part + 20 + 12 * i);
      if (first >= 0 && first <= last && last <= LAST) {
        found.set(first, last + 1);
      }
    }
  }

  /** Characters a list names: one a line, or first and last with a hyphen, in hexadecimal. */
  static BitSet listed(byte[] list) {
    BitSet wanted = new BitSet();
    new String(list, StandardCharsets.US_ASCII)
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.split("-"))
        .forEach(
            part ->
                wanted.set(
                    Integer.parseInt(part[0], 16),
                    Integer.parseInt(part[part.length - 1], 16) + 1));
    return wanted;
  }
}
