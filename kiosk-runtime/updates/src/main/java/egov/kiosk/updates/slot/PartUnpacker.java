package egov.kiosk.updates.slot;

import egov.kiosk.crypto.sm.StreamedSm3;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.disk.Disk;
import egov.kiosk.updates.trust.ReleaseFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Writes the files of a part into a slot, from its archive or from a program that is here already.
 * Only names that were signed are ever made, each once; each file is on the disk before the next.
 */
final class PartUnpacker {
  private static final int CHUNK = 64 * 1024;

  private final Path slot;
  private final Disk disk;

  PartUnpacker(Path slot, Disk disk) {
    this.slot = slot;
    this.disk = disk;
  }

  /** Writes all files of a part from its archive. */
  void unpack(Path archive, List<ReleaseFile> files) throws IOException, UpdateRefusedException {
    Map<String, ReleaseFile> expected = new HashMap<>();
    files.forEach(file -> expected.put(file.path(), file));
    try (InputStream in =
        new BufferedInputStream(
            Files.newInputStream(archive, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS),
            CHUNK)) {
      TarReader tar = new TarReader(in);
      for (Optional<TarReader.Entry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
        ReleaseFile file = expected.remove(entry.get().path());
        if (file == null || file.length() != entry.get().length()) {
          throw new UpdateRefusedException(
              Refusal.ARCHIVE,
              archive.getFileName() + " holds a file that was not signed, or one twice");
        }
        write(file, tar::read);
      }
    }
    if (!expected.isEmpty()) {
      throw new UpdateRefusedException(
          Refusal.CONTENT, archive.getFileName() + " lacks " + expected.keySet().iterator().next());
    }
  }

  /** Writes a file from one that should have the same content. */
  void copy(Path from, ReleaseFile file) throws IOException, UpdateRefusedException {
    try (InputStream in =
        Files.newInputStream(from, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      write(file, in::read);
    }
  }

  private interface Content {
    int read(byte[] into) throws IOException, UpdateRefusedException;
  }

  private void write(ReleaseFile file, Content content) throws IOException, UpdateRefusedException {
    Path to = slot.resolve(file.path());
    Files.createDirectories(to.getParent());
    Sm3Digest.Running digest = new StreamedSm3().start();
    byte[] chunk = new byte[CHUNK];
    long written = 0;
    try (FileChannel out =
        FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int got = content.read(chunk); got >= 0; got = content.read(chunk)) {
        written += got;
        if (written > file.length()) {
          break;
        }
        digest.update(chunk, 0, got);
        for (ByteBuffer left = ByteBuffer.wrap(chunk, 0, got); left.hasRemaining(); ) {
          out.write(left);
        }
      }
      Files.setPosixFilePermissions(
          to, PosixFilePermissions.fromString(file.runs() ? "rwxr-xr-x" : "rw-r--r--"));
      Files.setLastModifiedTime(to, FileTime.from(file.time(), TimeUnit.SECONDS));
      disk.made("written " + file.path());
      out.force(true);
    }
    if (written != file.length() || !HexFormat.of().formatHex(digest.finish()).equals(file.sm3())) {
      throw new UpdateRefusedException(Refusal.CONTENT, file.path() + " is not as it was signed");
    }
  }
}
