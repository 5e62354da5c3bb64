package egov.kiosk.codescanner.code;

/**
 * The characters a code may have. None of them knows a colon, a blank, a quotation mark, a percent
 * sign, a brace or a control character: no address, no command, no markup can be a code.
 */
public enum Alphabet {
  /** 0 to 9. */
  DIGITS(""),
  /** Digits and Latin letters. */
  ALPHANUMERIC("az"),
  /** RFC 4648 section 4. */
  BASE64("az+/="),
  /** RFC 4648 section 5. */
  BASE64URL("az-_=");

  private final String more;

  Alphabet(String more) {
    this.more = more;
  }

  /** Whether this byte may stand in a code. */
  boolean allows(byte one) {
    if (one >= '0' && one <= '9') {
      return true;
    }
    if ((one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z')) {
      return this != DIGITS;
    }
    return one > 0 && this != DIGITS && more.indexOf(one) >= 0;
  }
}
