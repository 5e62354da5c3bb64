package egov.kiosk.idcardreader.card;

import egov.kiosk.domain.citizen.CardLayout;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.citizen.PersonName;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.citizen.Sex;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Turns the text block of any of the four layouts into an {@link IdCard}; byte offsets after GA/T
 * 490-2019 and its supplements. An expired card is a card like any other here. Stateless.
 */
public final class CardTextParser {
  private static final int SEX_DIGIT = 16;

  /**
   * Parses a block.
   *
   * @param block exactly 256 bytes, not kept
   * @param portrait becomes the card's, which then wipes it
   * @throws CardTextException when the block contradicts itself: a wrong check character, no such
   *     day, a birth date or sex other than the number's
   */
  public IdCard parse(byte[] block, Portrait portrait) throws CardTextException {
    CardText text = new CardText(block);
    try {
      return switch (text.flag()) {
        case 'J' -> hongKongMacaoTaiwan(text, portrait);
        case 'I' -> foreigner2017(text, portrait);
        case 'Y' -> foreigner2023(text, portrait);
        default -> resident(text, portrait);
      };
    } catch (IllegalArgumentException e) {
      throw new CardTextException("text", "must not hold half a surrogate pair");
    }
  }

  private static IdCard resident(CardText text, Portrait portrait) throws CardTextException {
    return homeAddressed(CardLayout.RESIDENT, text.field(32, 4), text, portrait);
  }

  private static IdCard hongKongMacaoTaiwan(CardText text, Portrait portrait)
      throws CardTextException {
    return homeAddressed(CardLayout.HMT_RESIDENT, "", text, portrait);
  }

  /** The two layouts that differ in what they say about the nation only. */
  private static IdCard homeAddressed(
      CardLayout layout, String nation, CardText text, Portrait portrait) throws CardTextException {
    IdNumber number = number(text.field(122, 36));
    Sex sex = Sex.ofCode(text.character(30));
    LocalDate birth = text.date("birth date", 36);
    agreeOnBirth(number, birth);
    agreeOnSex(number, sex);
    return new IdCard(
        layout,
        name(text.field(0, 30)),
        Optional.empty(),
        sex,
        nation,
        birth,
        text.field(52, 70),
        number,
        text.field(158, 30),
        text.date("first day of validity", 188),
        text.validUntil(204),
        portrait);
  }

  private static IdCard foreigner2017(CardText text, Portrait portrait) throws CardTextException {
    String latin = text.field(0, 120);
    String chinese = text.field(158, 30);
    return new IdCard(
        CardLayout.FOREIGNER_2017,
        name(chinese.isBlank() ? latin : chinese),
        present(latin),
        Sex.ofCode(text.character(120)),
        text.field(152, 6),
        text.date("birth date", 220),
        "",
        number(text.field(122, 30)),
        "",
        text.date("first day of validity", 188),
        text.validUntil(204),
        portrait);
  }

  private static IdCard foreigner2023(CardText text, Portrait portrait) throws CardTextException {
    String latin = text.field(52, 70, 220, 22);
    String chinese = text.field(0, 30);
    IdNumber number = number(text.field(122, 36));
    LocalDate birth = text.date("birth date", 36);
    agreeOnBirth(number, birth);
    return new IdCard(
        CardLayout.FOREIGNER_2023,
        name(chinese.isBlank() ? latin : chinese),
        present(latin),
        Sex.ofCode(text.character(30)),
        text.field(242, 6),
        birth,
        "",
        number,
        "",
        text.date("first day of validity", 188),
        text.validUntil(204),
        portrait);
  }

  private static Optional<String> present(String text) {
    return Optional.of(text).filter(one -> !one.isBlank());
  }

  private static PersonName name(String text) throws CardTextException {
    try {
      return new PersonName(text);
    } catch (IllegalArgumentException e) {
      throw new CardTextException("name", "is not blank and does not begin with a blank");
    }
  }

  private static IdNumber number(String text) throws CardTextException {
    try {
      return IdNumber.of(text);
    } catch (IllegalArgumentException e) {
      throw new CardTextException("number", "its shape or check character is wrong");
    }
  }

  /** Digits 7 to 14 of an 18-character number are the birth date (GB 11643-1999). */
  private static void agreeOnBirth(IdNumber number, LocalDate birth) throws CardTextException {
    String value = number.value();
    if (value.length() != 18
        || !value.substring(6, 14).equals(birth.format(DateTimeFormatter.BASIC_ISO_DATE))) {
      throw new CardTextException("number", "does not contain the card's birth date");
    }
  }

  /** Digit 17 is odd for men and even for women; unknown and unstated agree with both. */
  private static void agreeOnSex(IdNumber number, Sex sex) throws CardTextException {
    boolean odd = (number.value().charAt(SEX_DIGIT) - '0') % 2 == 1;
    if (sex == Sex.MALE && !odd || sex == Sex.FEMALE && odd) {
      throw new CardTextException("number", "does not agree with the card's sex");
    }
  }
}
