package egov.kiosk.updates.slot;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.trust.Release;
import egov.kiosk.updates.trust.Targets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of the signed releases this machine takes, or why none.
 *
 * @param machine what it is
 * @param state what ran here
 */
public record Choice(Machine machine, SlotState state) {
  /**
   * The release to install; empty when the newest one runs already.
   *
   * @throws UpdateRefusedException when there is one, and it may not be installed here
   */
  public Optional<Release> from(Targets targets) throws UpdateRefusedException {
    List<Release> own =
        targets.releases().stream()
            .filter(release -> release.arch().equals(machine.arch()))
            .filter(
                release ->
                    release.hardware().isEmpty() || release.hardware().contains(machine.hardware()))
            .toList();
    Release newest =
        own.stream()
            .max(Comparator.comparingLong(Release::version))
            .orElseThrow(
                () ->
                    refused(
                        Refusal.NOT_FOR_THIS_MACHINE,
                        "no release is for " + machine.arch() + " machines of this hardware"));
    if (newest.version() == running()) {
      return Optional.empty();
    }
    demandAllowed(newest);
    return Optional.of(newest);
  }

  private long running() {
    return state.version(state.good());
  }

  private void demandAllowed(Release release) throws UpdateRefusedException {
    if (state.bad().contains(release.version())) {
      throw refused(
          Refusal.KNOWN_BAD,
          "version " + release.version() + " was tried here and did not work; sign a higher one");
    }
    boolean up = release.version() > running() && release.version() >= state.floor();
    if (!up && !release.downgradeFrom().contains(Math.max(running(), state.floor()))) {
      throw refused(
          Refusal.DOWNGRADE,
          "version "
              + release.version()
              + " is lower than "
              + Math.max(running(), state.floor())
              + " and not signed as a way down from it");
    }
    if (running() < release.minFrom() && running() != 0) {
      throw refused(
          Refusal.TOO_FAR,
          "version " + release.version() + " may only follow " + release.minFrom() + " or higher");
    }
  }

  private static UpdateRefusedException refused(Refusal why, String message) {
    return new UpdateRefusedException(why, message);
  }
}
