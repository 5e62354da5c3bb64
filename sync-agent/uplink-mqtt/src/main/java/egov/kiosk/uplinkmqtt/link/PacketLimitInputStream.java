package egov.kiosk.uplinkmqtt.link;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Follows the packets in what the broker sends (MQTT 5 §2.1.4) and ends the connection at the
 * header of one that is too large, or when the first is not an answer to CONNECT (§3.2). The client
 * library would first allocate what such a header claims, up to 256 MiB. Read by one thread.
 */
final class PacketLimitInputStream extends FilterInputStream {
  private static final int LONGEST_LENGTH = 4;
  private static final int CONNACK = 0x20;

  private final int largest;
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
    int value = super.read();
    if (value >= 0) {
      follow((byte) value);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int count) throws IOException {
    int read = super.read(buffer, offset, count);
    for (int at = offset; at < offset + read; at++) {
      if (remaining > 0) {
        int skipped = Math.min(remaining, offset + read - at);
        remaining -= skipped;
        at += skipped - 1;
      } else {
        follow(buffer[at]);
      }
    }
    return read;
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
