package egov.kiosk.transfer;

import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.domain.outbox.ParcelRefusedException.Reason;
import egov.kiosk.domain.transaction.TransactionId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/**
 * What may be known of a parcel without opening it: which file it is of, and where it stands there.
 * Each parcel names the digest of the one before, so a file that lacks, repeats or mixes parcels is
 * found out. Signed with the parcel; holds no personal data. Immutable.
 */
public final class ParcelHeader {
  /** Bytes of a header. */
  static final int LENGTH = 1 + 16 + 16 + 4 + 1 + ParcelHeader.DIGEST + 4;

  static final int DIGEST = 32;

  private static final byte VERSION = 1;

  private final TransactionId fileId;
  private final TransactionId parcelId;
  private final int index;
  private final boolean last;
  private final byte[] previous;
  private final int messages;

  /**
   * @param fileId the file's identity
   * @param parcelId the parcel's identity, by which it is queued and answered when carried
   * @param index its place in the file, from 0
   * @param last whether the file ends with it
   * @param previous SM3 of the parcel before, 32 bytes; zeros in the first; copied
   * @param messages how many messages it holds, at least 0
   */
  ParcelHeader(
      TransactionId fileId,
      TransactionId parcelId,
      int index,
      boolean last,
      byte[] previous,
      int messages) {
    this.fileId = Objects.requireNonNull(fileId, "fileId");
    this.parcelId = Objects.requireNonNull(parcelId, "parcelId");
    this.index = index;
    this.last = last;
    this.previous = previous.clone();
    this.messages = messages;
    if (index < 0 || messages < 0 || previous.length != DIGEST) {
      throw new IllegalArgumentException("a header has a place, a count and a 32-byte digest");
    }
  }

  /**
   * Reads a header.
   *
   * @throws ParcelRefusedException {@code MALFORMED} when it is not exactly one of ours
   */
  public static ParcelHeader read(byte[] bytes) throws ParcelRefusedException {
    if (bytes.length != LENGTH || bytes[0] != VERSION) {
      throw malformed();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, 1, LENGTH - 1);
    try {
      TransactionId file = id(in);
      TransactionId parcel = id(in);
      int index = in.getInt();
      byte last = in.get();
      byte[] previous = new byte[DIGEST];
      in.get(previous);
      ParcelHeader header = new ParcelHeader(file, parcel, index, last == 1, previous, in.getInt());
      if (Arrays.equals(header.write(), bytes)) {
        return header;
      }
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
    throw malformed();
  }

  private static ParcelRefusedException malformed() {
    return new ParcelRefusedException(Reason.MALFORMED, "a parcel's header is not ours");
  }

  byte[] write() {
    ByteBuffer out = ByteBuffer.allocate(LENGTH).put(VERSION);
    put(out, fileId);
    put(out, parcelId);
    return out.putInt(index).put((byte) (last ? 1 : 0)).put(previous).putInt(messages).array();
  }

  static void put(ByteBuffer out, TransactionId id) {
    UUID uuid = UUID.fromString(id.value());
    out.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
  }

  /** Reads an id; {@link IllegalArgumentException} when it is none of ours. */
  static TransactionId id(ByteBuffer in) {
    return new TransactionId(new UUID(in.getLong(), in.getLong()).toString());
  }

  TransactionId fileId() {
    return fileId;
  }

  /** The parcel's identity, by which it is queued and answered when carried. */
  public TransactionId parcelId() {
    return parcelId;
  }

  int index() {
    return index;
  }

  boolean last() {
    return last;
  }

  /** How many messages it says it holds. */
  public int messages() {
    return messages;
  }

  /** Whether it can stand behind a parcel with this digest. */
  boolean follows(byte[] digest) {
    return Arrays.equals(previous, digest);
  }
}
