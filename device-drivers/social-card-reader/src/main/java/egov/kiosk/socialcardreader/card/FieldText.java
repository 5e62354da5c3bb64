package egov.kiosk.socialcardreader.card;

import egov.kiosk.domain.device.DeviceException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Turns the bytes of a field into text, strictly: what cannot be read is refused, not guessed. */
final class FieldText {
  /** Every GBK text is GB18030 text, and cards with rare names use the four-byte characters. */
  private static final Charset GB18030 = Charset.forName("GB18030");

  private static final int BLANK = 0x20;

  private FieldText() {}

  /** The bytes without the filling behind them: zeros, blanks, or FF of an unwritten field. */
  static byte[] unpadded(byte[] field) {
    int end = field.length;
    while (end > 0 && padding(field[end - 1])) {
      end--;
    }
    return Arrays.copyOf(field, end);
  }

  private static boolean padding(byte one) {
    return one == 0 || one == BLANK || one == (byte) 0xFF;
  }

  /**
   * Text in GB18030.
   *
   * @throws DeviceException when the bytes are none, or hold control characters
   */
  static String chinese(byte[] field, String what) throws DeviceException {
    return decoded(field, GB18030, what);
  }

  /** Text in ASCII, else as {@link #chinese}. */
  static String ascii(byte[] field, String what) throws DeviceException {
    return decoded(field, StandardCharsets.US_ASCII, what);
  }

  private static String decoded(byte[] field, Charset charset, String what) throws DeviceException {
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(field))
              .toString();
      if (text.chars().noneMatch(Character::isISOControl)) {
        return text;
      }
    } catch (CharacterCodingException e) {
      // falls to the one message below, without the text
    }
    throw CardFault.invalid(what + " on the card is no readable text");
  }

  /** A day in BCD, YYYYMMDD; empty when it is none. */
  static Optional<LocalDate> day(byte[] field) {
    String digits = HexFormat.of().formatHex(field);
    if (!digits.matches("[0-9]{8}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(digits, 0, 4, 10),
              Integer.parseInt(digits, 4, 6, 10),
              Integer.parseInt(digits, 6, 8, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
