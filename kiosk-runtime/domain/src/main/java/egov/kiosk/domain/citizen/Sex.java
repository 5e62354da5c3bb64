package egov.kiosk.domain.citizen;

/** Sex as coded on identity cards (性别), GB/T 2261.1. */
public enum Sex {
  UNKNOWN('0', "未知"),
  MALE('1', "男"),
  FEMALE('2', "女"),
  UNSTATED('9', "未说明");

  private final char code;
  private final String label;

  Sex(char code, String label) {
    this.code = code;
    this.label = label;
  }

  /** The one-digit code of GB/T 2261.1. */
  public char code() {
    return code;
  }

  /** The Chinese word shown to citizens. */
  public String label() {
    return label;
  }

  /**
   * Returns the sex for a card's code; a code outside the standard reads as {@link #UNSTATED},
   * since a card in the field must not become unreadable over one letter.
   */
  public static Sex ofCode(char code) {
    for (Sex sex : values()) {
      if (sex.code == code) {
        return sex;
      }
    }
    return UNSTATED;
  }
}
