package egov.kiosk.localapi.technician;

import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.upkeep.FirstStart;
import egov.kiosk.domain.upkeep.SetupDesk;
import egov.kiosk.domain.upkeep.SetupException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The one thing nobody has to be signed in for: the first technician of a machine that is nobody
 * yet. What keeps strangers out is the code, which a platform must confirm that the machine itself
 * believes. Tries come one at a time, held apart, and whoever comes meanwhile is told at once: a
 * stranger fills no log and no platform's book, and nobody waits behind a stranger's tries.
 */
final class FirstStartPage {
  private static final Duration LINE = Duration.ofSeconds(30);
  private static final long PAUSE = Duration.ofSeconds(3).toNanos();

  private final LongSupplier nanos;
  private long last;
  private boolean tried;
  private boolean trying;

  /**
   * @param nanos a clock that is never set
   */
  FirstStartPage(LongSupplier nanos) {
    this.nanos = nanos;
  }

  Reply state(SetupDesk desk) {
    FirstStart state = desk.firstStart();
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("open", state.open());
    said.put("believes", state.believes());
    said.put("kioskId", state.kioskId());
    said.put("platform", state.platform());
    return Reply.of(said);
  }

  /**
   * Lets one try in, if none is under way and none was a moment ago; whoever is let in {@linkplain
   * #left leaves}.
   *
   * @return why not; empty for whoever is let in
   */
  synchronized Optional<Reply> enter() {
    if (trying) {
      return Optional.of(Reply.refused(429, "SETUP_BUSY"));
    }
    if (tried && nanos.getAsLong() - last < PAUSE) {
      return Optional.of(Reply.refused(429, "SETUP_WAIT"));
    }
    trying = true;
    return Optional.empty();
  }

  /** The try is over, one way or the other. */
  synchronized void left() {
    trying = false;
    tried = true;
    last = nanos.getAsLong();
  }

  Reply begin(SetupDesk desk, Asked asked) throws SetupException {
    try {
      desk.begin(
          new FirstStart.Wish(
              asked.text("code"),
              asked.optional("kioskId").strip(),
              asked.optional("platform").strip(),
              asked.text("badge").strip(),
              asked.text("pin")),
          LINE);
      return Reply.of(Map.of());
    } catch (AccessException e) {
      String rule = e.rule().map(Enum::name).orElse("");
      return Reply.refused(422, "ACCESS_" + e.reason(), rule);
    }
  }
}
