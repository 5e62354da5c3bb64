package egov.kiosk.fieldwork;

/** The lights went out. */
final class PowerCut extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
