package egov.kiosk.attachments.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * Which chunks of an attachment the broker took: a file of numbers of 4 bytes, each a chunk that
 * was taken or, inverted, one that the platform wants again. Never forced to the disk: what is lost
 * of it is sent once more, and what it says too much the platform asks for.
 */
public final class Progress {
  private final Path file;
  private final Disk disk;

  Progress(Path file, Disk disk) {
    this.file = file;
    this.disk = disk;
  }

  /** The chunks that need no sending, as far as is known. */
  public BitSet taken(int chunks) throws IOException {
    BitSet taken = new BitSet(chunks);
    if (disk.length(file) == 0) {
      return taken;
    }
    ByteBuffer notes = ByteBuffer.wrap(disk.read(file));
    while (notes.remaining() >= Integer.BYTES) {
      int note = notes.getInt();
      int index = note < 0 ? ~note : note;
      if (index < chunks) {
        taken.set(index, note >= 0);
      }
    }
    return taken;
  }

  /** Notes what the broker took, or what is wanted again. */
  public void note(int index, boolean taken) throws IOException {
    disk.append(file, ByteBuffer.allocate(Integer.BYTES).putInt(taken ? index : ~index).array());
  }
}
