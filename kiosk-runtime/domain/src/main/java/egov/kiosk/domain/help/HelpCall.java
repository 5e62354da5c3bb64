package egov.kiosk.domain.help;

import java.time.Instant;
import java.util.Objects;

/**
 * One call for help as the platform is told of it. Holds nothing of who called.
 *
 * @param id the call's own, 16 hexadecimal digits
 * @param state how far it is
 * @param calledAt when the citizen pressed, by this kiosk's clock
 * @param at since when it is in this state, by this kiosk's clock
 * @param item the code of the service item that is being done; empty for none
 * @param page the word of the page it was called from; empty for one before a session
 */
public record HelpCall(
    String id, HelpState state, Instant calledAt, Instant at, String item, String page) {
  public HelpCall {
    if (!id.matches("[0-9a-f]{16}")) {
      throw new IllegalArgumentException("a call's id is 16 hexadecimal digits");
    }
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(calledAt, "calledAt");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(page, "page");
  }

  /** The same call, further on. */
  public HelpCall now(HelpState next, Instant when) {
    return new HelpCall(id, next, calledAt, when, item, page);
  }
}
