package egov.kiosk.domain.transaction;

import egov.kiosk.domain.citizen.IdCard;

/** A field of the identity card that a form takes over instead of asking for it (免填写). */
public enum CardField {
  NAME,
  NUMBER,
  ADDRESS,
  BIRTH_DATE,
  SEX;

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

  /** What the screen shows of it; masked where the field identifies the holder. */
  public String maskedOf(IdCard card) {
    return switch (this) {
      case NAME -> card.name().masked();
      case NUMBER -> card.number().masked();
      case ADDRESS, BIRTH_DATE, SEX -> of(card);
    };
  }
}
