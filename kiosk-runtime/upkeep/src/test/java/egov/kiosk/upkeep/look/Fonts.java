package egov.kiosk.upkeep.look;

import java.nio.ByteBuffer;

/** The smallest file that is a font as far as its characters go. */
final class Fonts {
  private Fonts() {}

  /** A font with one group of characters (cmap format 12). */
  static byte[] with(int first, int last) {
    ByteBuffer font = ByteBuffer.allocate(12 + 16 + 12 + 16 + 12);
    font.putInt(0x00010000).putShort((short) 1).putShort((short) 0).putInt(0);
    font.putInt(0x636d6170).putInt(0).putInt(28).putInt(40);
    font.putShort((short) 0).putShort((short) 1);
    font.putShort((short) 3).putShort((short) 10).putInt(12);
    font.putShort((short) 12).putShort((short) 0).putInt(28).putInt(0).putInt(1);
    font.putInt(first).putInt(last).putInt(1);
    return font.array();
  }

  /** A font with one segment (cmap format 4), in a collection. */
  static byte[] segment(int first, int last) {
    ByteBuffer font = ByteBuffer.allocate(120);
    font.putInt(0x74746366).putInt(0x00010000).putInt(1).putInt(16);
    font.putInt(0x00010000).putShort((short) 1).putShort((short) 0).putInt(0);
    font.putInt(0x636d6170).putInt(0).putInt(44).putInt(60);
    font.position(44);
    font.putShort((short) 0).putShort((short) 1);
    font.putShort((short) 3).putShort((short) 1).putInt(12);
    font.putShort((short) 4).putShort((short) 32).putShort((short) 0).putShort((short) 4);
    font.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    font.putShort((short) last).putShort((short) 0xFFFF).putShort((short) 0);
    font.putShort((short) first).putShort((short) 0xFFFF);
    return font.array();
  }
}
