package egov.kiosk.idcardreader.card;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The 256-byte text block: UTF-16LE, fields at fixed places, filled up with blanks on the right.
 *
 * <p>Characters are taken as they are, one by one: surrogates, private use and control characters
 * stay, blanks inside stay; only blanks and NUL at the end go.
 */
final class CardText {
  static final int LENGTH = 256;
  private static final int FLAG = 248;

  /** 长期, valid for good. */
  private static final String FOR_GOOD = "长期";

  private final char[] characters = new char[LENGTH / 2];

  CardText(byte[] block) throws CardTextException {
    if (block.length != LENGTH) {
      throw new CardTextException("text block", "has 256 bytes");
    }
    for (int i = 0; i < characters.length; i++) {
      characters[i] =
          (char) (Byte.toUnsignedInt(block[2 * i]) | Byte.toUnsignedInt(block[2 * i + 1]) << 8);
    }
  }

  /** The character that tells the layout. */
  char flag() {
    return characters[FLAG / 2];
  }

  /** The first character of a field at a byte offset. */
  char character(int offset) {
    return characters[offset / 2];
  }

  /** A field by offset and length in bytes, without the filling at its end. */
  String field(int offset, int length) {
    return trimmed(raw(offset, length));
  }

  /** Two fields that hold the halves of one text. */
  String field(int offset, int length, int moreOffset, int moreLength) {
    return trimmed(raw(offset, length) + raw(moreOffset, moreLength));
  }

  private String raw(int offset, int length) {
    return new String(characters, offset / 2, length / 2);
  }

  private static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\0')) {
      end--;
    }
    return text.substring(0, end);
  }

  /** A day written as eight digits. */
  LocalDate date(String name, int offset) throws CardTextException {
    String text = field(offset, 16);
    if (!text.matches("[0-9]{8}")) {
      throw new CardTextException(name, "a day is eight digits");
    }
    try {
      return LocalDate.of(
          Integer.parseInt(text.substring(0, 4)),
          Integer.parseInt(text.substring(4, 6)),
          Integer.parseInt(text.substring(6)));
    } catch (DateTimeException e) {
      throw new CardTextException(name, "there is no such day");
    }
  }

  /** The last day of validity; empty when it is for good. */
  Optional<LocalDate> validUntil(int offset) throws CardTextException {
    return field(offset, 16).equals(FOR_GOOD)
        ? Optional.empty()
        : Optional.of(date("last day of validity", offset));
  }
}
