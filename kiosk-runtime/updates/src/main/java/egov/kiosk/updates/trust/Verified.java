package egov.kiosk.updates.trust;

import java.util.List;

/**
 * Metadata that is believed.
 *
 * @param targets what the program is
 * @param targetsBytes the signed file, as it will lie in the slot
 * @param marks what is to be remembered
 * @param newRoots roots that came with it, oldest first
 */
public record Verified(
    Targets targets, byte[] targetsBytes, TrustMarks marks, List<NewRoot> newRoots) {
  /** A root that follows from those before. */
  record NewRoot(long version, byte[] bytes) {}

  /** Copies. */
  public Verified {
    targetsBytes = targetsBytes.clone();
    newRoots = List.copyOf(newRoots);
  }

  @Override
  public byte[] targetsBytes() {
    return targetsBytes.clone();
  }
}
