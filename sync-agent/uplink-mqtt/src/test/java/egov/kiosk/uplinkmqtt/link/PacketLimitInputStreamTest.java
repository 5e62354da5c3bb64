package egov.kiosk.uplinkmqtt.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PacketLimitInputStreamTest {
  private static final int LIMIT = 1000;

  @Property
  void packetsWithinTheLimit_passUnchanged(
      @ForAll @Size(max = 8) List<@IntRange(max = LIMIT - 3) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 300) int chunk)
      throws IOException {
    byte[] stream = packets(lengths);
    assertArrayEquals(stream, read(stream, chunk));
  }

  @Property
  void packetBeyondTheLimit_isRefusedAtItsHeader(
      @ForAll @Size(max = 4) List<@IntRange(max = LIMIT - 3) Integer> before,
      @ForAll @IntRange(min = LIMIT - 2, max = 268_435_455) int length,
      @ForAll @IntRange(min = 1, max = 300) int chunk) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(packets(before));
    header(stream, length);
    assertThrows(IOException.class, () -> read(stream.toByteArray(), chunk));
  }

  @Property
  void anyBytes_endWithoutAnythingButAnIoException(
      @ForAll byte[] bytes, @ForAll @IntRange(min = 1, max = 9) int chunk) {
    try {
      read(bytes, chunk);
    } catch (IOException e) {
      // Refused, which is fine.
    }
  }

  /** The library sets a time limit of a second and reads on after each. */
  @Test
  void readThatRunsOutOfTime_triedAgain_goesOnWhereItWas() throws IOException {
    byte[] stream = packets(List.of(2, 5, 0, 9));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = new PacketLimitInputStream(new Halting(stream), LIMIT)) {
      byte[] some = new byte[3];
      while (out.size() < stream.length) {
        try {
          int read = out.size() % 2 == 0 ? in.read(some) : in.read(some, 0, 1);
          out.write(some, 0, read);
        } catch (SocketTimeoutException e) {
          // Tried again.
        }
      }
    }
    assertArrayEquals(stream, out.toByteArray());
  }

  /** Gives two bytes at most, and nothing every other time. */
  private static final class Halting extends FilterInputStream {
    private boolean halt;

    Halting(byte[] bytes) {
      super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      halt = !halt;
      if (halt) {
        throw new SocketTimeoutException();
      }
      return super.read(target, offset, Math.min(2, count));
    }
  }

  @Test
  void answerThatIsNoConnack_isSaidToBeForeign() {
    byte[] page = "HTTP/1.1 302 Found\r\n".getBytes(StandardCharsets.US_ASCII);
    assertThrows(ForeignProtocolException.class, () -> read(page, 5));
  }

  @Test
  void lengthOfFiveBytes_isRefused() {
    assertThrows(
        IOException.class,
        () -> read(new byte[] {0x20, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 1}, 1));
  }

  private static byte[] packets(List<Integer> lengths) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int length : lengths) {
      header(stream, length);
      byte[] body = new byte[length];
      Arrays.fill(body, (byte) 0xFF);
      stream.writeBytes(body);
    }
    return stream.toByteArray();
  }

  private static void header(ByteArrayOutputStream stream, int length) {
    stream.write(stream.size() == 0 ? 0x20 : 0x30);
    int rest = length;
    do {
      int digit = rest & 0x7F;
      rest >>>= 7;
      stream.write(rest > 0 ? digit | 0x80 : digit);
    } while (rest > 0);
  }

  private static byte[] read(byte[] bytes, int chunk) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = new PacketLimitInputStream(new ByteArrayInputStream(bytes), LIMIT)) {
      byte[] buffer = new byte[chunk];
      boolean single = false;
      while (true) {
        int count;
        if (single) {
          int value = in.read();
          count = value < 0 ? -1 : 1;
          buffer[0] = (byte) value;
        } else {
          count = in.read(buffer);
        }
        if (count < 0) {
          return out.toByteArray();
        }
        out.write(buffer, 0, count);
        single = !single;
      }
    }
  }
}
