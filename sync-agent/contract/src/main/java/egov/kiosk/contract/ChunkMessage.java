package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.fleet.ChunkCipher;
import egov.kiosk.domain.transaction.TransactionId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * One chunk of an attachment as it travels: {@code EA1}, the attachment's id in ASCII, the chunk's
 * number in 4 bytes (big-endian), ciphertext and tag. Immutable.
 */
public final class ChunkMessage {
  /** Bytes before the ciphertext. */
  public static final int HEAD = 3 + 36 + Integer.BYTES;

  /** The most chunks an attachment can have: those of the smallest size. */
  public static final int MOST_CHUNKS = (int) (AttachmentManifest.MAX_BYTES / 1024);

  private static final byte[] MARK = "EA1".getBytes(StandardCharsets.US_ASCII);
  private static final int ID = 36;
  private static final int LARGEST = 60 * 1024 + ChunkCipher.TAG_BYTES;

  private final TransactionId attachmentId;
  private final int index;
  private final byte[] sealed;

  /**
   * @param attachmentId whose chunk
   * @param index its number, from 0
   * @param sealed ciphertext and tag; copied
   */
  public ChunkMessage(TransactionId attachmentId, int index, byte[] sealed) {
    this.attachmentId = Objects.requireNonNull(attachmentId, "attachmentId");
    this.index = index;
    this.sealed = sealed.clone();
    if (index < 0
        || index >= MOST_CHUNKS
        || sealed.length <= ChunkCipher.TAG_BYTES
        || sealed.length > LARGEST) {
      throw new IllegalArgumentException("a chunk has 1 byte to 60 KiB and a number in range");
    }
  }

  /**
   * Reads what came over the network.
   *
   * @throws MalformedMessageException when it is not exactly a chunk
   */
  public static ChunkMessage read(byte[] bytes) throws MalformedMessageException {
    if (bytes.length < HEAD || !Arrays.equals(Arrays.copyOf(bytes, MARK.length), MARK)) {
      throw new MalformedMessageException("not a chunk");
    }
    String id = new String(bytes, MARK.length, ID, StandardCharsets.ISO_8859_1);
    int index = ByteBuffer.wrap(bytes).getInt(MARK.length + ID);
    try {
      return new ChunkMessage(
          new TransactionId(id), index, Arrays.copyOfRange(bytes, HEAD, bytes.length));
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException("a chunk with a wrong id, number or length");
    }
  }

  /** The bytes to send. */
  public byte[] bytes() {
    return ByteBuffer.allocate(HEAD + sealed.length)
        .put(MARK)
        .put(attachmentId.value().getBytes(StandardCharsets.US_ASCII))
        .putInt(index)
        .put(sealed)
        .array();
  }

  /** Whose chunk. */
  public TransactionId attachmentId() {
    return attachmentId;
  }

  /** Its number, from 0. */
  public int index() {
    return index;
  }

  /** Ciphertext and tag; a copy. */
  public byte[] sealed() {
    return sealed.clone();
  }

  @Override
  public String toString() {
    return "ChunkMessage[" + attachmentId + " " + index + "]";
  }
}
