package egov.kiosk.documents.verify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a ZIP that leaves nothing open: one end record at the very end, local headers that say what
 * the central ones say, entries that lie one behind the other and fill the file, names that stay
 * inside it and differ by more than case. Two readers of such a file see the same entries.
 */
final class StrictZip {
  private static final int LARGEST = 16 * 1024 * 1024;
  private static final int LARGEST_ENTRY = 16 * 1024 * 1024;
  private static final int LARGEST_TOTAL = 64 * 1024 * 1024;
  private static final int MOST_ENTRIES = 1000;
  private static final int END_BYTES = 22;
  private static final int CENTRAL_BYTES = 46;
  private static final int LOCAL_BYTES = 30;
  private static final int DESCRIPTOR_BYTES = 16;
  private static final int DESCRIBED_LATER = 8;
  private static final int UTF8 = 0x800;
  private static final int DEFLATE_LEVEL = 6;
  private static final int FILE_TYPE = 0xF000;
  private static final int REGULAR = 0x8000;
  private static final int DIRECTORY = 0x4000;

  private final ByteBuffer bytes;
  private final Map<String, ZipEntryView> entries = new TreeMap<>();
  private final Set<String> names = new HashSet<>();
  private int filled;
  private long total;

  private StrictZip(byte[] file) {
    bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The entries by name, without directories. */
  static Map<String, ZipEntryView> read(byte[] file) throws Refusal {
    if (file.length > LARGEST) {
      throw Refusal.unsupported("the file is larger than 16 MiB");
    }
    StrictZip zip = new StrictZip(file);
    try {
      zip.readAll();
    } catch (IndexOutOfBoundsException e) {
      throw notStrict();
    }
    return zip.entries;
  }

  private void readAll() throws Refusal {
    int end = bytes.capacity() - END_BYTES;
    require(end >= 0 && bytes.getInt(end) == 0x06054b50 && bytes.getInt(end + 4) == 0);
    int count = unsigned(end + 8);
    int directory = bytes.getInt(end + 16);
    require(count == unsigned(end + 10) && unsigned(end + 20) == 0);
    require(directory >= 0 && directory <= end && bytes.getInt(end + 12) == end - directory);
    if (count > MOST_ENTRIES) {
      throw Refusal.unsupported("the file holds more than 1000 entries");
    }
    int at = directory;
    for (int i = 0; i < count; i++) {
      at = readEntry(at, end);
    }
    require(at == end && filled == directory);
  }

  /** Reads a central header and the local one it points to; gives where the next one lies. */
  private int readEntry(int at, int end) throws Refusal {
    require(at + CENTRAL_BYTES <= end && bytes.getInt(at) == 0x02014b50);
    int nameLength = unsigned(at + 28);
    int next = at + CENTRAL_BYTES + nameLength + unsigned(at + 30);
    require(next <= end && unsigned(at + 32) == 0 && unsigned(at + 34) == 0);
    int type = unsigned(at + 40) & FILE_TYPE;
    require(type == 0 || type == REGULAR || type == DIRECTORY);
    int local = bytes.getInt(at + 42);
    // Entries are listed as they lie, so together they fill the file and none lies twice.
    require(local == filled && bytes.getInt(local) == 0x04034b50);
    ZipEntryView entry = entry(at, local, nameLength);
    check(entry);
    boolean later = (unsigned(at + 8) & DESCRIBED_LATER) != 0;
    checkLocal(at, local, nameLength, later);
    filled = entry.content() + entry.packed();
    if (later) {
      require(
          bytes.getInt(filled) == 0x08074b50
              && bytes.getInt(filled + 4) == entry.crc()
              && bytes.getInt(filled + 8) == entry.packed()
              && bytes.getInt(filled + 12) == entry.size());
      filled += DESCRIPTOR_BYTES;
    }
    if (!entry.name().endsWith("/")) {
      entries.put(entry.name(), entry);
    }
    return next;
  }

  private ZipEntryView entry(int at, int local, int nameLength) throws Refusal {
    int method = unsigned(at + 10);
    int packed = bytes.getInt(at + 20);
    int size = bytes.getInt(at + 24);
    int content = local + LOCAL_BYTES + nameLength + unsigned(local + 28);
    require(packed >= 0 && size >= 0 && (long) content + packed <= bytes.capacity());
    require((method == 0 && packed == size) || method == 8);
    byte[] name = new byte[nameLength];
    bytes.get(at + CENTRAL_BYTES, name);
    return new ZipEntryView(
        new String(name, StandardCharsets.ISO_8859_1),
        method == 0,
        bytes.getInt(at + 16),
        packed,
        size,
        local,
        content);
  }

  private void check(ZipEntryView entry) throws Refusal {
    String name = entry.name();
    String inside = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    for (String step : inside.split("/", -1)) {
      // No empty step, no dots alone, no colon, backslash, NUL or anything beyond ASCII.
      require(step.matches("[A-Za-z0-9._-]{1,100}") && !step.matches("\\.{1,}"));
    }
    require(names.add(inside.toLowerCase(Locale.ROOT)));
    require(!name.endsWith("/") || entry.size() == 0);
    total += entry.size();
    if (entry.size() > LARGEST_ENTRY || total > LARGEST_TOTAL) {
      throw Refusal.unsupported("the file would unpack to more than 64 MiB");
    }
  }

  /** From the version needed to the extra field both headers say the same. */
  private void checkLocal(int at, int local, int nameLength, boolean later) throws Refusal {
    require((unsigned(at + 8) & ~(UTF8 | DESCRIBED_LATER | DEFLATE_LEVEL)) == 0);
    for (int i = 0; i < 10; i++) {
      require(bytes.get(at + 6 + i) == bytes.get(local + 4 + i));
    }
    for (int i = 10; i < 22; i++) {
      require(bytes.get(local + 4 + i) == (later ? 0 : bytes.get(at + 6 + i)));
    }
    require(unsigned(local + 26) == nameLength);
    for (int i = 0; i < nameLength; i++) {
      require(bytes.get(at + CENTRAL_BYTES + i) == bytes.get(local + LOCAL_BYTES + i));
    }
  }

  private int unsigned(int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  private static void require(boolean fine) throws Refusal {
    if (!fine) {
      throw notStrict();
    }
  }

  private static Refusal notStrict() {
    return Refusal.unsupported("the file is no ZIP that every program reads alike");
  }
}
