package egov.kiosk.uplinkmqtt.link;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Follows the packets in what the broker sends (MQTT 5 §2.1.4) and ends the connection at the
 * header of one that is too large, or when the first is not an answer to CONNECT (§3.2). The client
 * library would first allocate what such a header claims, up to 256 MiB. It also asks for a
 * packet's head byte by byte, each a call of the system: what has arrived is taken together here.
 * Read by one thread.
 */
final class PacketLimitInputStream extends FilterInputStream {
  private static final int LONGEST_LENGTH = 4;
  private static final int CONNACK = 0x20;
  private static final int BUFFER = 8 * 1024;

  private final int largest;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private boolean answered;
  private int lengthBytes = -1;
  private int length;
  private int remaining;

  PacketLimitInputStream(InputStream in, int largest) {
    super(in);
    this.largest = largest;
  }

  @Override
  public int read() throws IOException {
    if (at == end && !fill()) {
      return -1;
    }
    byte value = buffer[at++];
    follow(value);
    return value & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (at == end && !fill()) {
      return -1;
    }
    int read = Math.min(count, end - at);
    int last = at + read;
    System.arraycopy(buffer, at, target, offset, read);
    while (at < last) {
      if (remaining > 0) {
        int skipped = Math.min(remaining, last - at);
        remaining -= skipped;
        at += skipped;
      } else {
        follow(buffer[at++]);
      }
    }
    return read;
  }

  /** After a read that ran out of time, which the library tries again, nothing is left over. */
  private boolean fill() throws IOException {
    at = 0;
    end = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }

  @Override
  public int available() throws IOException {
    return at < end ? end - at : in.available();
  }

  @Override
  public long skip(long count) throws IOException {
    throw new IOException("this stream is only read");
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void follow(byte value) throws IOException {
    if (remaining > 0) {
      remaining--;
    } else if (lengthBytes < 0) {
      if (!answered && (value & 0xFF) != CONNACK) {
        throw new ForeignProtocolException();
      }
      answered = true;
      lengthBytes = 0;
      length = 0;
    } else {
      length |= (value & 0x7F) << (7 * lengthBytes);
      lengthBytes++;
      boolean more = (value & 0x80) != 0;
      if (more && lengthBytes == LONGEST_LENGTH) {
        throw new IOException("the broker sent a malformed packet length");
      }
      if (1 + lengthBytes + length > largest) {
        throw new IOException("the broker sent a packet larger than " + largest + " bytes");
      }
      if (!more) {
        remaining = length;
        lengthBytes = -1;
      }
    }
  }
}
