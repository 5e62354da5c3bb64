package egov.kiosk.domain.transaction;

import egov.kiosk.domain.citizen.IdCard;

/** A field of the identity card that a form takes over instead of asking for it (免填写). */
public enum CardField {
  NAME,
  NUMBER,
  ADDRESS,
  BIRTH_DATE,
  SEX;

  private static final int SHOWN_OF_ADDRESS = 6;

  /** What the card says in this field; may be empty when its layout lacks the field. */
  public String of(IdCard card) {
    return switch (this) {
      case NAME -> card.name().value();
      case NUMBER -> card.number().value();
      case ADDRESS -> card.address();
      case BIRTH_DATE -> card.birthDate().toString();
      case SEX -> card.sex().label();
    };
  }

  /** What the screen shows of it; masked where the field identifies the holder or their door. */
  public String maskedOf(IdCard card) {
    return switch (this) {
      case NAME -> card.name().masked();
      case NUMBER -> card.number().masked();
      case ADDRESS -> maskedAddress(card.address());
      case BIRTH_DATE, SEX -> of(card);
    };
  }

  /** Province and city stay, the rest is hidden: enough to see that it is one's own card. */
  private static String maskedAddress(String address) {
    int length = address.codePointCount(0, address.length());
    int end = address.offsetByCodePoints(0, Math.min(SHOWN_OF_ADDRESS, length));
    return length <= SHOWN_OF_ADDRESS ? address : address.substring(0, end) + "****";
  }
}
