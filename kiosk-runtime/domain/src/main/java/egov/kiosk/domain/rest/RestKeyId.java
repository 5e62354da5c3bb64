package egov.kiosk.domain.rest;

import java.util.HexFormat;
import java.util.Objects;

/**
 * Names a data key. It stands in the clear in front of everything sealed under the key, and is
 * authenticated with it.
 *
 * @param value 16 lower-case hexadecimal digits
 */
public record RestKeyId(String value) {
  /** Bytes of an id. */
  public static final int LENGTH = 8;

  /** No key at all: {@link WithoutKeys}. */
  public static final RestKeyId NONE = new RestKeyId("0".repeat(2 * LENGTH));

  public RestKeyId {
    Objects.requireNonNull(value, "value");
    if (!fits(value)) {
      throw new IllegalArgumentException("a key id has 16 hexadecimal digits");
    }
  }

  /** One is made for every row that is opened: no pattern, which costs more than the opening. */
  private static boolean fits(String value) {
    boolean fits = value.length() == 2 * LENGTH;
    for (int i = 0; fits && i < value.length(); i++) {
      char digit = value.charAt(i);
      fits = (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
    }
    return fits;
  }

  /**
   * The id in front of sealed bytes.
   *
   * @throws IllegalArgumentException when they are too short to have one
   */
  public static RestKeyId of(byte[] sealed) {
    if (sealed.length < LENGTH) {
      throw new IllegalArgumentException("too short to be sealed");
    }
    return new RestKeyId(HexFormat.of().formatHex(sealed, 0, LENGTH));
  }

  /** The id in bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
