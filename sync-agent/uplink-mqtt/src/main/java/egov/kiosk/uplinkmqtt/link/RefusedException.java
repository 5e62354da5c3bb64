package egov.kiosk.uplinkmqtt.link;

/** The broker answered CONNECT with a refusal. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient ReasonCode code;

  RefusedException(ReasonCode code) {
    super("refused with " + code);
    this.code = code;
  }

  ReasonCode code() {
    return code;
  }
}
