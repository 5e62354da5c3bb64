package egov.kiosk.proving.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;

/**
 * Fills a disk whole with numbered pieces. Each of their blocks says which piece it is of, so that
 * the image shows where on the disk they lie.
 */
final class Ballast {
  private static final int BLOCK = 1024;
  private static final int PIECE = 1 << 20;
  private static final long STAMP = 0x6b696f736b2d6261L;

  private final Path mount;
  private int pieces;

  /**
   * @param mount where the disk's files are; its blocks are of 1 KiB
   */
  Ballast(Path mount) {
    this.mount = mount;
  }

  void pour() throws IOException {
    try {
      while (true) {
        pourPiece();
      }
    } catch (IOException e) {
      if (mount.toFile().getFreeSpace() > 0) {
        throw e;
      }
      // As full as it gets.
    }
  }

  private void pourPiece() throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK).putLong(STAMP).putInt(pieces);
    try (FileChannel out =
        FileChannel.open(piece(pieces), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      pieces++;
      for (int written = 0; written < PIECE; written += BLOCK) {
        out.write(block.rewind());
      }
    }
  }

  private Path piece(int number) {
    return mount.resolve("ballast" + number);
  }

  /** Which pieces lie in its first mebibytes, be it with one block. The disk is not mounted. */
  BitSet within(Path image, int mebibytes) throws IOException {
    BitSet found = new BitSet();
    ByteBuffer part = ByteBuffer.allocate(mebibytes << 20);
    try (FileChannel in = FileChannel.open(image)) {
      while (part.hasRemaining() && in.read(part) >= 0) {
        // Until it is whole.
      }
    }
    for (int at = 0; at < part.position(); at += BLOCK) {
      if (part.getLong(at) == STAMP) {
        found.set(part.getInt(at + Long.BYTES));
      }
    }
    return found;
  }

  void keep(BitSet kept) throws IOException {
    for (int piece = kept.nextClearBit(0); piece < pieces; piece = kept.nextClearBit(piece + 1)) {
      Files.delete(piece(piece));
    }
  }
}
