package egov.kiosk.uplinkmqtt.link;

/** The broker granted the connection but not a subscription. */
final class SubscriptionRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  SubscriptionRefusedException(ReasonCode code) {
    super("the broker refuses a subscription with " + code);
  }
}
