package egov.kiosk.updates;

import java.util.Objects;

/** An update is not taken; what runs goes on running. The message says what was seen and where. */
public final class UpdateRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  /**
   * @param message never repeats what a stranger sent, beyond names that were signed
   */
  public UpdateRefusedException(Refusal refusal, String message) {
    super(message);
    this.refusal = Objects.requireNonNull(refusal, "refusal");
  }

  /** Why, as one of a closed list. */
  public Refusal refusal() {
    return refusal;
  }
}
