package egov.kiosk.socialcardreader.card;

import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.citizen.PersonName;
import egov.kiosk.domain.citizen.Sex;
import egov.kiosk.domain.citizen.SocialCard;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/** Builds a card from the values of its records. Pure. */
final class SocialCardParser {
  private SocialCardParser() {}

  /** The structure of a card, told by the first character of its version (规范版本). */
  enum Generation {
    /** 1.00: no name extension, the sex takes its place. */
    FIRST,
    /** 2.00, and 3.00 as far as is known. */
    SECOND
  }

  /**
   * Which structure the rest has. Cards in the field leave the version empty; those are of the
   * second generation.
   *
   * @throws DeviceException {@link FaultCode#CARD_NOT_SUPPORTED} for any other
   */
  static Generation generation(byte[] version) throws DeviceException {
    int first = version.length == 0 ? 0 : version[0];
    return switch (first) {
      case '1' -> Generation.FIRST;
      case '2', '3', 0 -> Generation.SECOND;
      default ->
          throw CardFault.of(
              FaultCode.CARD_NOT_SUPPORTED,
              "the card is of a version this driver does not know; use the identity card");
    };
  }

  /**
   * Builds the card.
   *
   * @param values by record, padded as on the card; records the card lacks are missing
   * @throws DeviceException {@link FaultCode#CARD_DATA_INVALID}
   */
  static SocialCard parse(Map<CardRecord, byte[]> values) throws DeviceException {
    byte[] none = new byte[0];
    try {
      return new SocialCard(
          FieldText.ascii(field(values, CardRecord.VERSION), "the version"),
          FieldText.ascii(field(values, CardRecord.CARD_NUMBER), "the card's number"),
          HexFormat.of().formatHex(values.getOrDefault(CardRecord.ISSUER, none)),
          FieldText.day(values.getOrDefault(CardRecord.ISSUED, none)),
          FieldText.day(values.getOrDefault(CardRecord.VALID_UNTIL, none)),
          IdNumber.of(FieldText.ascii(field(values, CardRecord.NUMBER), "the number")),
          new PersonName(name(values)),
          sex(values));
    } catch (IllegalArgumentException e) {
      // These messages name the rule and never the value.
      throw CardFault.invalid("the card says what cannot be: " + e.getMessage());
    }
  }

  private static byte[] field(Map<CardRecord, byte[]> values, CardRecord record) {
    return FieldText.unpadded(values.getOrDefault(record, new byte[0]));
  }

  /** Joined before it is decoded: a long name may be cut in the middle of a character. */
  private static String name(Map<CardRecord, byte[]> values) throws DeviceException {
    byte[] name = field(values, CardRecord.NAME);
    byte[] extension = field(values, CardRecord.NAME_EXTENSION);
    byte[] whole = Arrays.copyOf(name, name.length + extension.length);
    System.arraycopy(extension, 0, whole, name.length, extension.length);
    try {
      return FieldText.chinese(whole, "the name").strip();
    } finally {
      Arrays.fill(name, (byte) 0);
      Arrays.fill(extension, (byte) 0);
      Arrays.fill(whole, (byte) 0);
    }
  }

  private static Sex sex(Map<CardRecord, byte[]> values) {
    byte[] code = values.getOrDefault(CardRecord.SEX, values.get(CardRecord.SEX_OF_VERSION_1));
    if (code == null || code.length == 0) {
      return Sex.UNSTATED;
    }
    // Seen both as a character and as a plain number.
    return Sex.ofCode((char) (code[0] >= 0 && code[0] <= 9 ? '0' + code[0] : code[0]));
  }
}
