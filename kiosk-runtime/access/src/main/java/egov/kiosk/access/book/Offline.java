package egov.kiosk.access.book;

/**
 * How long the platform was out of reach.
 *
 * @param lastContact when it was last reached, seconds since 1970 by the kiosk's clock
 * @param served seconds this kiosk has run since, by a clock that is never set
 */
public record Offline(long lastContact, long served) {
  public Offline {
    if (lastContact < 0 || served < 0) {
      throw new IllegalArgumentException("times are not negative");
    }
  }
}
