package egov.kiosk.idcardreader;

import java.util.Arrays;

/**
 * Up to two fingerprint templates of a card (GA/T 1012), 512 bytes each; to be matched at once and
 * wiped. Kept in RAM only; {@link #close()} overwrites them.
 */
public final class Fingerprints implements AutoCloseable {
  /** The size of one template, in bytes. */
  public static final int TEMPLATE_BYTES = 512;

  private final byte[] templates;

  /** Takes the array as it is, 0, 1 or 2 templates. */
  Fingerprints(byte[] templates) {
    this.templates = templates;
  }

  /** How many there are, 0 to 2. */
  public int count() {
    return templates.length / TEMPLATE_BYTES;
  }

  /** A copy of one template; the caller wipes it. */
  public byte[] template(int index) {
    if (index < 0 || index >= count()) {
      throw new IndexOutOfBoundsException("there are " + count() + " templates");
    }
    return Arrays.copyOfRange(templates, index * TEMPLATE_BYTES, (index + 1) * TEMPLATE_BYTES);
  }

  /** Overwrites the templates with zeros. */
  @Override
  public void close() {
    Arrays.fill(templates, (byte) 0);
  }

  @Override
  public String toString() {
    return "Fingerprints[" + count() + "]";
  }
}
