package egov.kiosk.updates.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Writes plain files as POSIX.1-1988 ustar; the same files give the same bytes. */
final class Tar {
  private static final int BLOCK = 512;
  private static final int NAME = 100;

  private final OutputStream out;

  Tar(OutputStream out) {
    this.out = out;
  }

  void add(String path, Path file) throws IOException {
    long length = Files.size(file);
    out.write(header(path, length));
    Files.copy(file, out);
    out.write(new byte[(int) ((BLOCK - length % BLOCK) % BLOCK)]);
  }

  void end() throws IOException {
    out.write(new byte[2 * BLOCK]);
  }

  private static byte[] header(String path, long length) throws IOException {
    byte[] header = new byte[BLOCK];
    int cut = path.length() <= NAME ? -1 : path.indexOf('/', path.length() - NAME - 1);
    if (path.length() > NAME && (cut < 0 || cut > 154)) {
      throw new IOException(path + " is too long a name for the archive");
    }
    put(header, 0, path.substring(cut + 1));
    put(header, 345, cut < 0 ? "" : path.substring(0, cut));
    put(header, 100, "0000644");
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    put(header, 124, String.format(Locale.ROOT, "%011o", length));
    put(header, 136, "00000000000");
    header[156] = '0';
    put(header, 257, "ustar");
    put(header, 263, "00");
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte one : header) {
      sum += one & 0xff;
    }
    put(header, 148, String.format(Locale.ROOT, "%06o", sum));
    header[154] = 0;
    return header;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
