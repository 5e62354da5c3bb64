package egov.kiosk.updates.slot;

import egov.kiosk.crypto.sm.StreamedSm3;
import egov.kiosk.domain.envelope.Sm3Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;

/** The SM3 of a file as it lies on the disk, following no link. */
public final class FileDigest {
  private static final int CHUNK = 64 * 1024;

  private FileDigest() {}

  /** The digest as digits. */
  public static String of(Path file) throws IOException {
    Sm3Digest.Running digest = new StreamedSm3().start();
    try (FileChannel in =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
      while (in.read(chunk) >= 0) {
        digest.update(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
    }
    return HexFormat.of().formatHex(digest.finish());
  }
}
