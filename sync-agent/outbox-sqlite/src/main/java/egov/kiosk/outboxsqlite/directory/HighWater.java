package egov.kiosk.outboxsqlite.directory;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Remembers beside the database the highest place ever given out, so that a database put back from
 * an older copy is noticed. Written after each commit and never synced: it may lag behind the
 * database after a power cut, but never runs ahead of it. The file is mapped into memory: noting a
 * place asks nothing of the system, and what is noted outlives the process.
 */
public final class HighWater implements AutoCloseable {
  /** The file's name. */
  public static final String NAME = "high-water";

  private static final int DIGITS = 20;
  private static final int LENGTH = DIGITS + 10;

  private final RandomAccessFile file;
  private final MappedByteBuffer line;

  private HighWater(RandomAccessFile file) throws IOException {
    this.file = file;
    if (file.length() < LENGTH) {
      file.write(line(0));
    }
    line = file.getChannel().map(MapMode.READ_WRITE, 0, LENGTH);
  }

  /** Opens the file, creating it when it is missing. */
  public static HighWater open(StateDirectory directory) throws OutboxException {
    try {
      RandomAccessFile file = new RandomAccessFile(directory.create(NAME).toFile(), "rw");
      try {
        return new HighWater(file);
      } catch (IOException e) {
        file.close();
        throw e;
      }
    } catch (IOException e) {
      throw new OutboxException(Reason.IO, "cannot open " + directory.file(NAME), e);
    }
  }

  /** The place noted last, read without changing anything; 0 when nothing readable is noted. */
  public static long peek(StateDirectory directory) {
    try {
      return parse(Files.readAllBytes(directory.file(NAME)));
    } catch (IOException e) {
      return 0;
    }
  }

  /** The place noted last; 0 when nothing readable is noted. */
  public long read() throws OutboxException {
    try {
      byte[] noted = new byte[(int) Math.min(64, file.length())];
      file.seek(0);
      file.readFully(noted);
      return parse(noted);
    } catch (IOException e) {
      throw new OutboxException(Reason.IO, "cannot read the " + NAME + " file", e);
    }
  }

  /** Notes the highest place given out so far. */
  public void write(long sequence) throws IOException {
    try {
      line.put(0, line(sequence));
    } catch (InternalError e) {
      // How the Java machine speaks of a file that was cut short, or of a disk that is gone.
      throw new IOException("the " + NAME + " file cannot be written", e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      // What was written is with the kernel already.
    }
  }

  /** Twenty digits, and their check value in hexadecimal. */
  private static byte[] line(long sequence) {
    byte[] line = new byte[LENGTH];
    long rest = sequence;
    for (int i = DIGITS - 1; i >= 0; i--) {
      line[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    CRC32 crc = new CRC32();
    crc.update(line, 0, DIGITS);
    long check = crc.getValue();
    line[DIGITS] = ' ';
    for (int i = LENGTH - 2; i > DIGITS; i--) {
      line[i] = (byte) Character.forDigit((int) (check & 0xF), 16);
      check >>= 4;
    }
    line[LENGTH - 1] = '\n';
    return line;
  }

  private static long parse(byte[] noted) {
    String text = new String(noted, StandardCharsets.ISO_8859_1);
    if (!text.matches("0[0-9]{19} [0-9a-f]{8}\n")) {
      return 0;
    }
    long sequence;
    try {
      sequence = Long.parseLong(text, 1, DIGITS, 10);
    } catch (NumberFormatException e) {
      return 0;
    }
    return Arrays.equals(noted, line(sequence)) ? sequence : 0;
  }
}
