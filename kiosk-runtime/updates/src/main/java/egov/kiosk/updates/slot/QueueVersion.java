package egov.kiosk.updates.slot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalInt;

/**
 * The version of the queue's file, read from its header as SQLite lays it out (file format §1.3.17,
 * {@code user_version} at byte 60; write-ahead log §4), because the helper has no SQLite. The log
 * counts up to its last whole commit. Changes nothing.
 */
final class QueueVersion {
  private static final int PAGE_HEADER = 100;
  private static final int AT = 60;
  private static final int LOG_HEADER = 32;
  private static final int FRAME_HEADER = 24;
  private static final int BIG_ENDIAN_LOG = 0x377f0683;
  private static final int LITTLE_ENDIAN_LOG = 0x377f0682;

  private QueueVersion() {}

  /** The version; empty when there is no queue yet, or nothing that could be read as one. */
  static OptionalInt of(Path database) throws IOException {
    if (!Files.isRegularFile(database, LinkOption.NOFOLLOW_LINKS)) {
      return OptionalInt.empty();
    }
    OptionalInt inLog = ofLog(database.resolveSibling(database.getFileName() + "-wal"));
    if (inLog.isPresent()) {
      return inLog;
    }
    try (FileChannel file = FileChannel.open(database, StandardOpenOption.READ)) {
      ByteBuffer header = read(file, 0, PAGE_HEADER);
      return header.remaining() < PAGE_HEADER
          ? OptionalInt.empty()
          : OptionalInt.of(header.getInt(AT));
    }
  }

  private static OptionalInt ofLog(Path log) throws IOException {
    OptionalInt committed = OptionalInt.empty();
    if (!Files.isRegularFile(log, LinkOption.NOFOLLOW_LINKS)) {
      return committed;
    }
    try (FileChannel file = FileChannel.open(log, StandardOpenOption.READ)) {
      ByteBuffer header = read(file, 0, LOG_HEADER);
      if (header.remaining() < LOG_HEADER
          || (header.getInt(0) != BIG_ENDIAN_LOG && header.getInt(0) != LITTLE_ENDIAN_LOG)) {
        return committed;
      }
      Checksum sum = new Checksum(header.getInt(0) == BIG_ENDIAN_LOG);
      sum.add(header, 0, LOG_HEADER - 8);
      if (!sum.is(header.getInt(24), header.getInt(28))) {
        return committed;
      }
      int page = header.getInt(8);
      OptionalInt open = OptionalInt.empty();
      for (long at = LOG_HEADER; ; at += FRAME_HEADER + page) {
        ByteBuffer frame = read(file, at, FRAME_HEADER + page);
        if (frame.remaining() < FRAME_HEADER + page || frame.getLong(8) != header.getLong(16)) {
          return committed;
        }
        sum.add(frame, 0, 8);
        sum.add(frame, FRAME_HEADER, page);
        if (!sum.is(frame.getInt(16), frame.getInt(20))) {
          return committed;
        }
        if (frame.getInt(0) == 1) {
          open = OptionalInt.of(frame.getInt(FRAME_HEADER + AT));
        }
        if (frame.getInt(4) != 0) {
          committed = open;
        }
      }
    }
  }

  private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) > 0) {
      // Until it is full or the file ends.
    }
    return bytes.flip();
  }

  /** The log's own checksum (file format §4.2): two sums of 32 bits over pairs of words. */
  private static final class Checksum {
    private final boolean bigEndian;
    private int first;
    private int second;

    Checksum(boolean bigEndian) {
      this.bigEndian = bigEndian;
    }

    void add(ByteBuffer bytes, int from, int length) {
      for (int at = from; at < from + length; at += 8) {
        first += word(bytes.getInt(at)) + second;
        second += word(bytes.getInt(at + 4)) + first;
      }
    }

    private int word(int value) {
      return bigEndian ? value : Integer.reverseBytes(value);
    }

    boolean is(int one, int two) {
      return first == one && second == two;
    }
  }
}
