package egov.kiosk.updates.trust;

import java.time.Instant;

/**
 * What time it is for metadata: a kiosk's clock may stand in 1970, but never before this program
 * was built, nor before the last time something was signed that is believed.
 *
 * @param clock what the machine says
 * @param built when this program was built
 */
public record TimeFloor(Instant clock, Instant built) {
  Instant now(TrustMarks marks) {
    Instant floor = built.isAfter(marks.signedAt()) ? built : marks.signedAt();
    return clock.isAfter(floor) ? clock : floor;
  }
}
