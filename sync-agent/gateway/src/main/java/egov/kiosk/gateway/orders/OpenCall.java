package egov.kiosk.gateway.orders;

/**
 * A call for help as the platform's people see it; says where, and nothing of who.
 *
 * @param id the call's own
 * @param state how far it is, in the kiosk's word
 * @param calledAt when the citizen pressed, by the kiosk's clock
 * @param item the service item's code; empty for none
 * @param page the page; empty before a session
 */
public record OpenCall(
    String id, String kioskId, String state, String calledAt, String item, String page) {
  @Override
  public String toString() {
    return String.join(" ", id, kioskId, state, calledAt, shown(item), shown(page));
  }

  private static String shown(String word) {
    return word.isEmpty() ? "-" : word;
  }
}
