package egov.kiosk.domain.transaction;

import egov.kiosk.domain.citizen.Credential;
import egov.kiosk.domain.citizen.IdCard;

/**
 * A field of what the citizen showed that a form takes over instead of asking for it (免填写). An
 * address has the identity card alone.
 */
public enum CardField {
  NAME,
  NUMBER,
  ADDRESS,
  BIRTH_DATE,
  SEX;

  private static final int SHOWN_OF_ADDRESS = 6;

  /** What the card says in this field; empty when it has no such field. */
  public String of(Credential card) {
    return switch (this) {
      case NAME -> card.name().value();
      case NUMBER -> card.number().value();
      case ADDRESS -> address(card);
      case BIRTH_DATE -> card.birthDate().toString();
      case SEX -> card.sex().label();
    };
  }

  /** What the screen shows of it; masked where the field identifies the holder or their door. */
  public String maskedOf(Credential card) {
    return switch (this) {
      case NAME -> card.name().masked();
      case NUMBER -> card.number().masked();
      case ADDRESS -> maskedAddress(address(card));
      case BIRTH_DATE, SEX -> of(card);
    };
  }

  private static String address(Credential card) {
    return card instanceof IdCard known ? known.address() : "";
  }

  /** Province and city stay, the rest is hidden: enough to see that it is one's own card. */
  private static String maskedAddress(String address) {
    int length = address.codePointCount(0, address.length());
    int end = address.offsetByCodePoints(0, Math.min(SHOWN_OF_ADDRESS, length));
    return length <= SHOWN_OF_ADDRESS ? address : address.substring(0, end) + "****";
  }
}
