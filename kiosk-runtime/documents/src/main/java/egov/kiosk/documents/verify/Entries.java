package egov.kiosk.documents.verify;

import egov.kiosk.crypto.sm.StreamedSm3;
import egov.kiosk.domain.envelope.Sm3Digest;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The entries of a container, unpacked piece by piece; one at a time is held whole at most. */
final class Entries {
  private static final int PIECE = 64 * 1024;
  private static final int LARGEST_HELD = 1024 * 1024;

  private final byte[] file;
  private final Map<String, ZipEntryView> entries;

  private Entries(byte[] file, Map<String, ZipEntryView> entries) {
    this.file = file;
    this.entries = entries;
  }

  static Entries open(byte[] file) throws Refusal {
    return new Entries(file, StrictZip.read(file));
  }

  Set<String> names() {
    return entries.keySet();
  }

  /** A whole entry that must be there and small. */
  byte[] bytes(String name) throws Refusal {
    ZipEntryView entry = entries.get(name);
    if (entry == null) {
      throw Refusal.altered("a part of the document is missing");
    }
    if (entry.size() > LARGEST_HELD) {
      throw Refusal.unsupported("a part of the document is larger than 1 MiB");
    }
    byte[] whole = new byte[entry.size()];
    int[] at = {0};
    unpack(
        entry,
        (piece, offset, length) -> {
          System.arraycopy(piece, offset, whole, at[0], length);
          at[0] += length;
        });
    return whole;
  }

  /** SM3 of an entry that is there. */
  byte[] digest(String name) throws Refusal {
    Sm3Digest.Running running = new StreamedSm3().start();
    unpack(entries.get(name), running::update);
    return running.finish();
  }

  /** All of them; for a document whose every entry is stored, and so no larger than the file. */
  SortedMap<String, byte[]> all() throws Refusal {
    SortedMap<String, byte[]> all = new TreeMap<>();
    for (ZipEntryView entry : entries.values()) {
      if (!entry.stored()) {
        throw Refusal.altered("the container is not the one that was written");
      }
      byte[] whole = new byte[entry.size()];
      System.arraycopy(file, entry.content(), whole, 0, whole.length);
      all.put(entry.name(), whole);
    }
    return all;
  }

  private interface Sink {
    void take(byte[] bytes, int offset, int length);
  }

  private void unpack(ZipEntryView entry, Sink sink) throws Refusal {
    CRC32 crc = new CRC32();
    Sink both =
        (bytes, offset, length) -> {
          crc.update(bytes, offset, length);
          sink.take(bytes, offset, length);
        };
    if (entry.stored()) {
      both.take(file, entry.content(), entry.size());
    } else {
      inflate(entry, both);
    }
    if ((int) crc.getValue() != entry.crc()) {
      throw Refusal.altered("a part of the document is damaged");
    }
  }

  private void inflate(ZipEntryView entry, Sink sink) throws Refusal {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(file, entry.content(), entry.packed());
      byte[] piece = new byte[Math.max(1, Math.min(PIECE, entry.size()))];
      long done = 0;
      while (!inflater.finished()) {
        int length = inflater.inflate(piece);
        done += length;
        // Nothing more comes although it has not ended, or more comes than was said.
        if (done > entry.size() || (length == 0 && !inflater.finished())) {
          throw Refusal.altered("a part of the document is damaged");
        }
        sink.take(piece, 0, length);
      }
      if (done != entry.size() || inflater.getRemaining() != 0) {
        throw Refusal.altered("a part of the document is damaged");
      }
    } catch (DataFormatException e) {
      throw Refusal.altered("a part of the document is damaged");
    } finally {
      inflater.end();
    }
  }
}
