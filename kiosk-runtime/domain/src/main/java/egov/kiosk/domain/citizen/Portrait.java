package egov.kiosk.domain.citizen;

import java.util.Arrays;

/**
 * The compressed portrait of a card: the 1,024-byte photo block as the reader returned it, still
 * encoded (WLT on real cards, see GA 450). Kept in RAM only; {@link #close()} overwrites it.
 */
public final class Portrait implements AutoCloseable {
  /** The fixed size of the photo block, in bytes. */
  public static final int BLOCK_BYTES = 1024;

  private final byte[] block;

  /**
   * Copies the block.
   *
   * @throws IllegalArgumentException when it is not {@value #BLOCK_BYTES} bytes long
   */
  public Portrait(byte[] block) {
    if (block.length != BLOCK_BYTES) {
      throw new IllegalArgumentException("a photo block has 1024 bytes, got " + block.length);
    }
    this.block = block.clone();
  }

  /** A copy of the block; the caller wipes it after use. */
  public byte[] bytes() {
    return block.clone();
  }

  /** Whether the block holds nothing at all: the card carries no portrait, or it was wiped. */
  public boolean isEmpty() {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /** Overwrites the block with zeros. */
  @Override
  public void close() {
    Arrays.fill(block, (byte) 0);
  }
}
