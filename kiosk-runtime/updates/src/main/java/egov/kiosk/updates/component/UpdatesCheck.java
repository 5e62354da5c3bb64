package egov.kiosk.updates.component;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.desk.UpdateDesk;
import egov.kiosk.updates.slot.SlotState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the doctor says of updates: damage first, then what was refused, then silence. */
final class UpdatesCheck {
  static final String NAME = "updates";
  private static final Duration SILENCE = Duration.ofDays(7);

  private UpdatesCheck() {}

  static Finding of(UpdateDesk.Standing standing, boolean server, Instant now) {
    SlotState slots = standing.slots();
    if (!slots.trouble().isEmpty()) {
      return new Finding(
          NAME,
          Level.FAIL,
          slots.trouble(),
          Actor.TECHNICIAN,
          "find out who altered the program, then install an update or the package again");
    }
    Optional<UpdateRefusedException> refused = standing.refused();
    if (refused.isPresent()) {
      return warn(
          "an update is not taken: " + refused.get().refusal() + ": " + refused.get().getMessage(),
          advice(refused.get().refusal()));
    }
    if (slots.outcome().contains("GIVEN_UP")) {
      return warn(
          "version " + slots.outcome() + ", and the version before runs",
          "tell the release manager; a higher version must be signed");
    }
    if (server && silent(standing, now)) {
      return warn(
          "the update server has not answered for " + SILENCE.toDays() + " days",
          "check the network and updates.server");
    }
    return Finding.ok(
        NAME,
        "slot %s, version %d%s"
            .formatted(
                slots.trying().orElse(slots.good()).word(),
                slots.version(slots.trying().orElse(slots.good())),
                slots.trying().isPresent() ? ", on trial" : ""));
  }

  private static boolean silent(UpdateDesk.Standing standing, Instant now) {
    return standing
        .silentSince()
        .map(at -> Duration.between(at, now).compareTo(SILENCE) > 0)
        .orElse(false);
  }

  private static String advice(Refusal refusal) {
    return switch (refusal) {
      case EXPIRED ->
          "check this machine's clock; if it is right, nobody signs, or somebody holds back, new"
              + " metadata: tell the operator";
      case NO_SPACE -> "make room on the disk";
      case DISK -> "this machine's disk fails: tell the operator, and replace it";
      default -> "tell the operator of the update server";
    };
  }

  private static Finding warn(String what, String advice) {
    return new Finding(NAME, Level.WARN, what, Actor.TECHNICIAN, advice);
  }
}
