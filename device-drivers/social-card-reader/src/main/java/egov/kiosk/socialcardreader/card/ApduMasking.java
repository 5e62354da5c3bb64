package egov.kiosk.socialcardreader.card;

import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.link.capture.Masking;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What may be written down of the commands to a social security card and of its answers: headers,
 * status words, tags, lengths and the version as they were. The number becomes one of nobody's, the
 * name a name of nobody's, the card's own number and everything else nothing; a number or a name
 * that cannot be becomes one that cannot be.
 */
public final class ApduMasking implements Masking {
  private static final int HEADER = 5;
  private static final int SELECT = 0xA4;
  private static final int TAG_VERSION = 3;
  private static final int TAG_CARD_NUMBER = 7;
  private static final int TAG_NUMBER = 8;
  private static final int TAG_NAME = 9;
  private static final String NUMBER = "350100190001011170";
  private static final byte[] NAME = {(byte) 0xD1, (byte) 0xF9, (byte) 0xC0, (byte) 0xFD};

  /** A command's header; the data of a SELECT is an application's name, any other may be a PIN. */
  @Override
  public byte[] sent(byte[] bytes) {
    boolean select = bytes.length > 1 && (bytes[1] & 0xFF) == SELECT;
    byte[] shown = bytes.clone();
    if (!select && bytes.length > HEADER) {
      Arrays.fill(shown, HEADER, shown.length, (byte) 0);
    }
    return shown;
  }

  @Override
  public byte[] received(byte[] sent, byte[] bytes) {
    byte[] shown = new byte[bytes.length];
    int data = bytes.length - 2;
    if (data >= 0 && isStatus(bytes[data])) {
      System.arraycopy(bytes, data, shown, data, 2);
    }
    if (data >= 2) {
      shown[0] = bytes[0];
      shown[1] = bytes[1];
      byte[] value = Arrays.copyOfRange(bytes, 2, Math.min(data, 2 + (bytes[1] & 0xFF)));
      System.arraycopy(standIn(bytes[0], value), 0, shown, 2, value.length);
      Arrays.fill(value, (byte) 0);
    }
    return shown;
  }

  /** The first byte of a status word, ISO 7816-4 5.6. */
  private static boolean isStatus(byte high) {
    int upper = high & 0xF0;
    return upper == 0x60 || upper == 0x90;
  }

  private static byte[] standIn(int tag, byte[] value) {
    return switch (tag) {
      case TAG_VERSION -> isVersion(value) ? value.clone() : new byte[value.length];
      case TAG_CARD_NUMBER -> filled("S0000000000".getBytes(StandardCharsets.US_ASCII), value);
      case TAG_NUMBER ->
          filled(isNumber(value) ? NUMBER.getBytes(StandardCharsets.US_ASCII) : ones(18), value);
      case TAG_NAME -> filled(isName(value) ? NAME : ones(4), value);
      default -> new byte[value.length];
    };
  }

  private static byte[] ones(int count) {
    byte[] impossible = new byte[count];
    Arrays.fill(impossible, (byte) 1);
    return impossible;
  }

  /** As long as the value it replaces, and empty where that was. */
  private static byte[] filled(byte[] standIn, byte[] value) {
    byte[] unpadded = FieldText.unpadded(value);
    boolean empty = unpadded.length == 0;
    Arrays.fill(unpadded, (byte) 0);
    return Arrays.copyOf(empty ? new byte[0] : standIn, value.length);
  }

  private static boolean isVersion(byte[] value) {
    String text = new String(value, StandardCharsets.ISO_8859_1);
    return text.length() <= 4 && text.matches("[0-9.\\x00 ]*");
  }

  private static boolean isNumber(byte[] value) {
    try {
      IdNumber.of(FieldText.ascii(FieldText.unpadded(value), "the number"));
      return true;
    } catch (DeviceException | IllegalArgumentException e) {
      return false;
    }
  }

  /** A name that fills its field may be cut in the middle of a character and go on elsewhere. */
  private static boolean isName(byte[] value) {
    if (FieldText.unpadded(value).length == value.length) {
      return true;
    }
    try {
      return !FieldText.chinese(FieldText.unpadded(value), "the name").isBlank();
    } catch (DeviceException e) {
      return false;
    }
  }
}
