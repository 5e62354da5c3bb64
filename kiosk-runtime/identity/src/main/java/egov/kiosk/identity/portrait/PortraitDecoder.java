package egov.kiosk.identity.portrait;

/**
 * Turns the 1,024-byte photo block of a card into pixels. Register an implementation as an OSGi
 * service; the identity room asks each decoder in turn whether it recognises a block. Called by one
 * thread at a time.
 *
 * <p>An implementation works in RAM only: it writes no file, and sends nothing anywhere.
 */
public interface PortraitDecoder {
  /** A short name for technicians, e.g. {@code wlt}. */
  String name();

  /** Whether the block is of this decoder's kind, told from its first bytes; never throws. */
  boolean recognises(byte[] block);

  /**
   * Decodes a block.
   *
   * @param block 1,024 bytes from the card, hostile until proven otherwise; not kept
   * @return the picture, to be closed by the caller
   * @throws PortraitRefusedException when the block is damaged or not allowed
   */
  PortraitPicture decode(byte[] block) throws PortraitRefusedException;
}
