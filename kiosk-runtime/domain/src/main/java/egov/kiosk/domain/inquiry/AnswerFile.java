package egov.kiosk.domain.inquiry;

import java.util.Arrays;

/**
 * Bytes that come with an answer: a picture, or one of the parts it was cut into. Immutable but for
 * {@link #close}, which overwrites it.
 */
public final class AnswerFile implements AutoCloseable {
  /** No bytes. */
  public static final AnswerFile NONE = new AnswerFile(new byte[0], 0, 0);

  /** The most bytes of one part. */
  public static final int LARGEST = 96 * 1024;

  /** The most parts of one file. */
  public static final int MOST_PARTS = 40;

  private final byte[] bytes;
  private final int part;
  private final int parts;

  /**
   * @param bytes at most {@link #LARGEST}; copied
   * @param part which part this is, from 0
   * @param parts how many there are, at most {@link #MOST_PARTS}; 0 when there is no file
   */
  public AnswerFile(byte[] bytes, int part, int parts) {
    this.bytes = bytes.clone();
    this.part = part;
    this.parts = parts;
    if (bytes.length > LARGEST || parts < 0 || parts > MOST_PARTS) {
      throw new IllegalArgumentException("a file comes in at most 40 parts of 96 KiB");
    }
    boolean none = parts == 0;
    if (none != (bytes.length == 0) || part < 0 || (none ? part != 0 : part >= parts)) {
      throw new IllegalArgumentException("a part is one of the parts, and has bytes");
    }
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Which part, from 0. */
  public int part() {
    return part;
  }

  /** How many parts; 0 for no file. */
  public int parts() {
    return parts;
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AnswerFile that
        && that.part == part
        && that.parts == parts
        && Arrays.equals(that.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * part + parts) + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "AnswerFile[" + (part + 1) + "/" + parts + "]";
  }
}
