package egov.kiosk.flow.desk;

import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.device.CodeKind;
import java.util.List;
import java.util.Objects;

/**
 * How a citizen can say who they are, as the screen shows it.
 *
 * @param ways what the item takes and this kiosk has a device for, the usual one first
 * @param code how far the telephone's code is, on its page; else null
 */
public record EntryView(List<Way> ways, Code code) {
  public EntryView {
    ways = List.copyOf(ways);
  }

  /** Whether a way works just now. */
  public enum WayState {
    READY,
    /** Its device does not work. */
    OUT_OF_ORDER,
    /** Its platform cannot be reached. */
    NO_LINE
  }

  /**
   * One way.
   *
   * @param fault the short code of what is wrong with its device, where that is known, or null
   */
  public record Way(CredentialKind kind, WayState state, String fault) {
    public Way {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(state, "state");
    }
  }

  /** How far the telephone's code is. */
  public enum CodeState {
    /** The citizen says which code it is. */
    CHOOSING,
    /** The scanner waits for it. */
    WAITING,
    /** Its platform is being asked whose it is. */
    ASKING
  }

  /**
   * The telephone's code.
   *
   * @param kind which code it is; null while the citizen chooses
   */
  public record Code(CodeState state, CodeKind kind) {}
}
