package egov.kiosk.emulator.printer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/** Tells how long a character of GB 18030 is from its first bytes, and what it is. */
final class TextDecoder {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private TextDecoder() {}

  /** Whether a second byte says that four bytes make the character. */
  static boolean isFourByte(int second) {
    return second >= '0' && second <= '9';
  }

  /** The character of two or four bytes, empty when there is none. */
  static Optional<String> decode(byte[] bytes) {
    try {
      String text = GB18030.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.codePointCount(0, text.length()) == 1 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
