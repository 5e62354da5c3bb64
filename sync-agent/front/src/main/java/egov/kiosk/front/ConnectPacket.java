package egov.kiosk.front;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The beginning of an MQTT connection up to the client's id (MQTT 3.1.1 §3.1, MQTT 5 §3.1): enough
 * to know who says it is, and every byte of it to pass on.
 */
record ConnectPacket(String clientId, byte[] bytes) {
  private static final int CONNECT = 0x10;
  private static final int LARGEST = 64 * 1024;
  private static final int LONGEST_ID = 64;
  private static final byte[] MQTT = {0, 4, 'M', 'Q', 'T', 'T'};

  /**
   * Reads it.
   *
   * @throws IOException when it is anything else, without saying what
   */
  static ConnectPacket read(InputStream from) throws IOException {
    Copying in = new Copying(from);
    DataInputStream data = new DataInputStream(in);
    require(data.readUnsignedByte() == CONNECT);
    int length = variable(data);
    require(length >= 12 && length <= LARGEST);
    in.limit(length);
    byte[] name = new byte[MQTT.length];
    data.readFully(name);
    int level = data.readUnsignedByte();
    require(Arrays.equals(name, MQTT) && (level == 4 || level == 5));
    data.readUnsignedByte();
    data.readUnsignedShort();
    if (level == 5) {
      int properties = variable(data);
      require(properties <= length);
      data.readFully(new byte[properties]);
    }
    int size = data.readUnsignedShort();
    require(size <= LONGEST_ID);
    byte[] id = new byte[size];
    data.readFully(id);
    return new ConnectPacket(new String(id, StandardCharsets.UTF_8), in.copied());
  }

  private static int variable(DataInputStream data) throws IOException {
    int value = 0;
    for (int shift = 0; shift < 28; shift += 7) {
      int part = data.readUnsignedByte();
      value |= (part & 0x7F) << shift;
      if (part < 0x80) {
        return value;
      }
    }
    throw malformed();
  }

  private static void require(boolean holds) throws IOException {
    if (!holds) {
      throw malformed();
    }
  }

  private static IOException malformed() {
    return new IOException("the client does not begin with an MQTT connection");
  }

  /** Keeps what it gave, and gives no more than the packet has. */
  private static final class Copying extends InputStream {
    private final InputStream from;
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private int left = Integer.MAX_VALUE;

    Copying(InputStream from) {
      this.from = from;
    }

    void limit(int bytes) {
      left = bytes;
    }

    byte[] copied() {
      return copy.toByteArray();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left < 1) {
        throw new EOFException("the packet ends too early");
      }
      int count = from.read(buffer, offset, Math.min(length, left));
      if (count > 0) {
        copy.write(buffer, offset, count);
        left -= count;
      }
      return count;
    }
  }
}
