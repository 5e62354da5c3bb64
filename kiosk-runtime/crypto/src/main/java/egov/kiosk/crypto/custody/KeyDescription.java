package egov.kiosk.crypto.custody;

import java.util.Objects;

/**
 * What a custody is, for a log, a doctor and an assessor.
 *
 * @param kind where the keys are kept
 * @param label which of that kind: a file's path, or a device's and a container's name
 */
public record KeyDescription(CustodyKind kind, String label) {
  public KeyDescription {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(label, "label");
  }

  /** Whether the private keys stay outside this process's memory. */
  public boolean hardware() {
    return kind != CustodyKind.FILE;
  }
}
