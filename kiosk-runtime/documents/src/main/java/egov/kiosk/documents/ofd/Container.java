package egov.kiosk.documents.ofd;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32;

/**
 * The ZIP around the entries, in the one form this house writes: entries in order of name, stored
 * as they are, all of one time, no extra fields, no comment. Stored, because what compressing gives
 * depends on the library; so whoever has the entries can say what every byte of the container must
 * be, and a verifier does.
 */
public final class Container {
  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final short VERSION = 20;
  private static final short STORED = 0;

  /** 1980-01-01, the first day ZIP knows. */
  private static final short DAY = 0x21;

  private static final int LOCAL_BYTES = 30;
  private static final int CENTRAL_BYTES = 46;
  private static final int END_BYTES = 22;

  private Container() {}

  /**
   * Packs entries.
   *
   * @param entries bytes by name; names of ASCII
   */
  public static byte[] pack(SortedMap<String, byte[]> entries) {
    ByteArrayOutputStream locals = new ByteArrayOutputStream();
    ByteArrayOutputStream centrals = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      byte[] name = entry.getKey().getBytes(StandardCharsets.US_ASCII);
      int offset = locals.size();
      ByteBuffer local = little(LOCAL_BYTES).putInt(LOCAL);
      locals.writeBytes(common(local, name, entry.getValue()).array());
      locals.writeBytes(name);
      locals.writeBytes(entry.getValue());
      ByteBuffer central = little(CENTRAL_BYTES).putInt(CENTRAL).putShort(VERSION);
      centrals.writeBytes(common(central, name, entry.getValue()).putInt(42, offset).array());
      centrals.writeBytes(name);
    }
    int directory = locals.size();
    locals.writeBytes(centrals.toByteArray());
    ByteBuffer end = little(END_BYTES).putInt(END).putInt(0);
    end.putShort((short) entries.size()).putShort((short) entries.size());
    end.putInt(centrals.size()).putInt(directory);
    locals.writeBytes(end.array());
    return locals.toByteArray();
  }

  /** From the version needed to the length of the extra field: the same in both headers. */
  private static ByteBuffer common(ByteBuffer header, byte[] name, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return header
        .putShort(VERSION)
        .putShort((short) 0)
        .putShort(STORED)
        .putShort((short) 0)
        .putShort(DAY)
        .putInt((int) crc.getValue())
        .putInt(content.length)
        .putInt(content.length)
        .putShort((short) name.length)
        .putShort((short) 0);
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
