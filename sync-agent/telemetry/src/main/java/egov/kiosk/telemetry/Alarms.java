package egov.kiosk.telemetry;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The alarms of all health checks, and which of them the platform has to be told. It is told how
 * things stand, not every step on the way, so a long time without a line costs no memory and ends
 * in a few messages. More than {@value FloodGate#MOST} transitions in ten minutes become one alarm
 * {@value #FLOOD}; when they calm down the rest is told.
 *
 * <p>Safe for use by several threads.
 */
final class Alarms {
  /** The alarm that stands for too many of them. */
  static final String FLOOD = "alarm-flood";

  private static final int MOST_NAMES = 100;
  private static final Comparator<AlarmState> WORST_FIRST =
      Comparator.comparing((AlarmState alarm) -> alarm.standing().level()).reversed();

  private final Map<String, AlarmState> byName = new TreeMap<>();
  private final FloodGate gate = new FloodGate();
  private boolean flood;
  private boolean floodTold;
  private boolean batch;

  /** Takes in what all checks found; an alarm whose check is gone is over. */
  synchronized void observe(
      Collection<Finding> findings, long now, Instant at, TelemetrySettings settings) {
    Set<String> gone = new HashSet<>(byName.keySet());
    for (Finding finding : findings) {
      Finding named = named(finding);
      gone.remove(named.name());
      observe(named, now, at, settings);
    }
    gone.forEach(name -> observe(Finding.ok(name, "no longer checked"), now, at, settings));
    byName.values().removeIf(AlarmState::over);
  }

  private void observe(Finding finding, long now, Instant at, TelemetrySettings settings) {
    if (byName.size() < MOST_NAMES || byName.containsKey(finding.name())) {
      byName
          .computeIfAbsent(finding.name(), name -> new AlarmState(name, at))
          .observe(finding, now, at, settings);
    }
  }

  /** With a name as the contract has them. */
  private static Finding named(Finding finding) {
    String name = finding.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    name = name.matches("[a-z].*") ? name : "check-" + name;
    name = name.substring(0, Math.min(64, name.length()));
    return name.equals(finding.name())
        ? finding
        : new Finding(name, finding.level(), finding.what(), finding.actor(), finding.advice());
  }

  /** The names of those that stand. */
  synchronized List<String> standing() {
    return byName.values().stream().filter(AlarmState::stands).map(AlarmState::name).toList();
  }

  /** What to tell next, if anything may be told now; the same until it was {@link #told}. */
  synchronized Optional<Transition> next(long now, Instant at) {
    List<AlarmState> news =
        byName.values().stream().filter(AlarmState::news).sorted(WORST_FIRST).toList();
    int free = gate.free(now);
    flood = flood ? news.size() >= free : !news.isEmpty() && free == 0;
    batch = flood && (free == FloodGate.MOST || (batch && free > 0));
    if (flood != floodTold) {
      return Optional.of(flood(at, flood ? Level.WARN : Level.OK));
    }
    // In a flood they are told six by six, until the rest fits.
    return news.isEmpty() || (flood && !batch)
        ? Optional.empty()
        : Optional.of(news.get(0).standing());
  }

  private static Transition flood(Instant at, Level level) {
    return new Transition(
        at,
        level == Level.OK
            ? Finding.ok(FLOOD, "alarms come one by one again")
            : new Finding(
                FLOOD,
                level,
                "more alarms than are told one by one",
                Actor.TECHNICIAN,
                "Look at the kiosk: many alarms at once have one cause, such as power."));
  }

  /** The platform was told. */
  synchronized void told(Transition transition, long now) {
    if (transition.name().equals(FLOOD)) {
      floodTold = transition.level() != Level.OK;
      if (!floodTold) {
        gate.pass(now);
      }
      return;
    }
    gate.pass(now);
    AlarmState alarm = byName.get(transition.name());
    if (alarm != null) {
      alarm.told(transition.level());
    }
  }
}
