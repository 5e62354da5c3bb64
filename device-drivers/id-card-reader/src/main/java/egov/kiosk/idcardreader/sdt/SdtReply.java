package egov.kiosk.idcardreader.sdt;

import java.util.Arrays;

/**
 * One answer whose checksum was right: status and data. The data may be a person's card, so {@link
 * #close()} overwrites it. Not thread safe.
 */
public final class SdtReply implements AutoCloseable {
  /** Preamble, length, SW1..3 and checksum around the data. */
  private static final int OVERHEAD = 11;

  private final SdtStatus status;
  private final byte[] data;

  /** Takes the array as it is. */
  SdtReply(SdtStatus status, byte[] data) {
    this.status = status;
    this.data = data;
  }

  /** What SW3 says. */
  public SdtStatus status() {
    return status;
  }

  /** How many data bytes there are. */
  public int dataLength() {
    return data.length;
  }

  /** How long the whole frame was on the wire, in bytes. */
  public int frameLength() {
    return OVERHEAD + data.length;
  }

  /** A copy of a part of the data; the caller wipes it. */
  public byte[] part(int offset, int length) {
    if (offset < 0 || length < 0 || offset + length > data.length) {
      throw new IllegalArgumentException("no such part of the answer");
    }
    return Arrays.copyOfRange(data, offset, offset + length);
  }

  /** Two data bytes as a number, high byte first. */
  int word(int offset) {
    return Byte.toUnsignedInt(data[offset]) << 8 | Byte.toUnsignedInt(data[offset + 1]);
  }

  /** Overwrites the data with zeros. */
  @Override
  public void close() {
    Arrays.fill(data, (byte) 0);
  }

  @Override
  public String toString() {
    return "SdtReply[" + status + ", " + data.length + " bytes]";
  }
}
