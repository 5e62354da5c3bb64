package egov.kiosk.domain.update;

import java.util.Objects;

/**
 * How the program's two slots stand, for people and for the platform.
 *
 * @param slot what runs: {@code a}, {@code b} or {@code factory}
 * @param version of what runs; 0 for the factory's
 * @param trial whether it is on trial
 * @param waiting the version that is installed and waits for a quiet moment; 0 when none does
 * @param waitsFor one lower-case word: {@code queue}, {@code serving}, {@code hours}; or empty
 * @param outcome what became of the last trial, e.g. {@code 12 KEPT}; empty when there was none
 * @param trouble what a technician must know, in one sentence; empty when nothing
 */
public record UpdateView(
    String slot,
    long version,
    boolean trial,
    long waiting,
    String waitsFor,
    String outcome,
    String trouble) {
  /** Nothing is null. */
  public UpdateView {
    Objects.requireNonNull(slot, "slot");
    Objects.requireNonNull(waitsFor, "waitsFor");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(trouble, "trouble");
  }
}
