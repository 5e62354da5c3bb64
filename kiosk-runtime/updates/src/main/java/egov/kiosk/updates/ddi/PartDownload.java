package egov.kiosk.updates.ddi;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.slot.FileDigest;
import egov.kiosk.updates.trust.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Brings a part, going on where an earlier attempt ended; never takes more bytes than were signed.
 * What is whole has its name; what is not yet has another.
 */
public final class PartDownload {
  private static final int CHUNK = 64 * 1024;
  private static final int PARTIAL = 206;
  private static final int OK = 200;
  private static final int NOT_SATISFIABLE = 416;

  private final Ddi ddi;
  private final Path directory;

  /** Into a directory that is there. */
  public PartDownload(Ddi ddi, Path directory) {
    this.ddi = ddi;
    this.directory = directory;
  }

  /**
   * Refuses to begin without room for what is still to come, twice.
   *
   * @param needed bytes
   */
  public void demandSpace(long needed) throws IOException, UpdateRefusedException {
    long there = Files.getFileStore(directory).getUsableSpace();
    if (there < 2 * needed) {
      throw new UpdateRefusedException(
          Refusal.NO_SPACE,
          "the download needs %d MB twice, there are %d MB".formatted(needed >> 20, there >> 20));
    }
  }

  /** How many bytes of a part are still to come. */
  public long missing(Part part) throws IOException {
    if (whole(part)) {
      return 0;
    }
    return part.length() - Math.min(part.length(), size(beside(part)));
  }

  /**
   * Brings it.
   *
   * @throws IOException when the line broke; the next attempt goes on there
   * @throws UpdateRefusedException when what came is not what was signed; it is thrown away
   */
  public void bring(Part part, URI address)
      throws IOException, UpdateRefusedException, InterruptedException {
    if (whole(part)) {
      return;
    }
    Path beside = beside(part);
    if (size(beside) > part.length()) {
      Files.delete(beside);
    }
    if (size(beside) < part.length()) {
      fetch(part, address, beside);
    }
    if (!FileDigest.of(beside).equals(part.sm3())) {
      Files.delete(beside);
      throw new UpdateRefusedException(
          Refusal.CONTENT, part.name() + " is not what was signed; it is downloaded anew");
    }
    Files.move(
        beside,
        directory.resolve(part.name()),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void fetch(Part part, URI address, Path beside)
      throws IOException, UpdateRefusedException, InterruptedException {
    long offset = size(beside);
    HttpResponse<InputStream> answer = ddi.from(address, offset);
    try (InputStream in = ddi.guarded(answer)) {
      if (answer.statusCode() == NOT_SATISFIABLE) {
        Files.deleteIfExists(beside);
        throw new IOException("the server cannot go on in " + part.name());
      }
      boolean goesOn = answer.statusCode() == PARTIAL && startsAt(answer, offset);
      if (!goesOn && answer.statusCode() != OK) {
        throw Ddi.refused("answers " + answer.statusCode() + " for " + part.name());
      }
      pour(in, beside, goesOn ? offset : 0, part);
    } catch (IOException e) {
      throw new IOException("the download of " + part.name() + " broke off", e);
    }
  }

  private static boolean startsAt(HttpResponse<InputStream> answer, long offset) {
    return answer
        .headers()
        .firstValue("Content-Range")
        .map(range -> range.startsWith("bytes " + offset + "-"))
        .orElse(false);
  }

  private static void pour(InputStream in, Path to, long offset, Part part)
      throws IOException, UpdateRefusedException {
    byte[] chunk = new byte[CHUNK];
    long written = offset;
    try (FileChannel out =
        FileChannel.open(
            to, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      out.truncate(offset).position(offset);
      for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
        written += got;
        if (written > part.length()) {
          out.truncate(0);
          throw new UpdateRefusedException(
              Refusal.CONTENT, part.name() + " does not end where it was signed to");
        }
        for (ByteBuffer left = ByteBuffer.wrap(chunk, 0, got); left.hasRemaining(); ) {
          out.write(left);
        }
      }
      out.force(true);
    }
    if (written < part.length()) {
      throw new IOException("ended after " + written + " of " + part.length() + " bytes");
    }
  }

  private boolean whole(Part part) throws IOException {
    Path file = directory.resolve(part.name());
    return size(file) == part.length() && FileDigest.of(file).equals(part.sm3());
  }

  private Path beside(Part part) {
    return directory.resolve(part.name() + ".coming");
  }

  private static long size(Path file) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
  }
}
