package egov.kiosk.outboxsqlite.directory;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.CRC32;

/**
 * Remembers beside the database the highest place ever given out, so that a database put back from
 * an older copy is noticed. Written after each commit and never synced: it may lag behind the
 * database after a power cut, but never runs ahead of it.
 */
public final class HighWater implements AutoCloseable {
  /** The file's name. */
  public static final String NAME = "high-water";

  // Not a FileChannel: an interrupted caller would close that one for everybody.
  private final RandomAccessFile file;

  private HighWater(RandomAccessFile file) {
    this.file = file;
  }

  /** Opens the file, creating it when it is missing. */
  public static HighWater open(StateDirectory directory) throws OutboxException {
    try {
      return new HighWater(new RandomAccessFile(directory.create(NAME).toFile(), "rw"));
    } catch (IOException e) {
      throw new OutboxException(Reason.IO, "cannot open " + directory.file(NAME), e);
    }
  }

  /** The place noted last, read without changing anything; 0 when nothing readable is noted. */
  public static long peek(StateDirectory directory) {
    try {
      return parse(Files.readString(directory.file(NAME), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return 0;
    }
  }

  /** The place noted last; 0 when nothing readable is noted. */
  public long read() throws OutboxException {
    try {
      byte[] line = new byte[(int) Math.min(64, file.length())];
      file.seek(0);
      file.readFully(line);
      return parse(new String(line, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new OutboxException(Reason.IO, "cannot read the " + NAME + " file", e);
    }
  }

  /** Notes the highest place given out so far. */
  public void write(long sequence) throws IOException {
    file.seek(0);
    file.write(line(sequence).getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      // What was written is with the kernel already.
    }
  }

  private static String line(long sequence) {
    String number = pad(Long.toString(sequence), 20);
    return number + " " + pad(Long.toHexString(check(number)), 8) + "\n";
  }

  private static long parse(String line) {
    if (!line.matches("[0-9]{20} [0-9a-f]{8}\n")) {
      return 0;
    }
    long sequence = Long.parseLong(line.substring(1, 20));
    return line.equals(line(sequence)) ? sequence : 0;
  }

  private static long check(String number) {
    CRC32 crc = new CRC32();
    crc.update(number.getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }

  private static String pad(String text, int width) {
    return "0".repeat(width - text.length()) + text;
  }
}
