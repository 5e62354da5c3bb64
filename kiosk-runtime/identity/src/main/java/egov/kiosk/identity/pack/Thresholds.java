package egov.kiosk.identity.pack;

/**
 * What a policy means with one pack.
 *
 * @param pass similarity from which the verdict is PASS
 * @param review similarity from which a person decides; not above {@code pass}
 */
public record Thresholds(double pass, double review) {
  /**
   * @throws IllegalArgumentException when they are the wrong way round
   */
  public Thresholds {
    if (!(review <= pass)) {
      throw new IllegalArgumentException("review begins below pass");
    }
  }
}
