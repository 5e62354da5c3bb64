package egov.kiosk.conformance;

/** What only eyes can tell of a device, and how they are asked. */
public enum Sight {
  ONLY_CARD_LAMP("the lamp beside the identity card reader is lit, and no other"),
  ONLY_HELP_LAMP("the lamp above the cabinet is lit, and no other"),
  NO_LAMP("no lamp is lit");

  private final String words;

  Sight(String words) {
    this.words = words;
  }

  /** In English, to finish "is it so that …". */
  public String words() {
    return words;
  }
}
