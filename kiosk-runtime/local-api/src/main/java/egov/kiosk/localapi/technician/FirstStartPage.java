package egov.kiosk.localapi.technician;

import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.upkeep.FirstStart;
import egov.kiosk.domain.upkeep.SetupDesk;
import egov.kiosk.domain.upkeep.SetupException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The one thing nobody has to be signed in for: the first technician of a machine that is nobody
 * yet. What keeps strangers out is the code, which a platform must confirm that the machine itself
 * believes. Tries are held apart, so that a stranger fills no log and no platform's book.
 */
final class FirstStartPage {
  private static final Duration LINE = Duration.ofSeconds(30);
  private static final long PAUSE = Duration.ofSeconds(3).toNanos();

  private final LongSupplier nanos;
  private long last;
  private boolean tried;

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

  /** Whether somebody may try now; from then on nobody for a moment. */
  synchronized boolean free() {
    long now = nanos.getAsLong();
    if (tried && now - last < PAUSE) {
      return false;
    }
    tried = true;
    last = now;
    return true;
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
