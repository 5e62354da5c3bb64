package egov.kiosk.proving.report;

import egov.kiosk.proving.audit.Finding;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sums over all cycles of one kind. Used by one thread at a time. */
final class KindTally {
  private static final String LONGEST = "longestRecoveryMillis";

  private final Map<String, Long> sums = new LinkedHashMap<>();

  void add(Outcome outcome) {
    Finding finding = outcome.finding();
    sum("cycles", 1);
    sum("accepted", outcome.accepted());
    sum("delivered", finding.delivered());
    sum("lost", finding.lost());
    sum("doubled", finding.doubled());
    sum("outOfOrder", finding.disordered());
    sum("pending", finding.pending());
    sum("deadLetters", finding.dead());
    sum("salvaged", outcome.salvaged());
    sum("destroyedAndReported", finding.destroyed());
    sum("unannounced", finding.unannounced());
    sum("incidents", outcome.incidents().size());
    sum("restartedByTechnician", outcome.restarted() ? 1 : 0);
    sums.merge(LONGEST, outcome.recovery().toMillis(), Math::max);
  }

  void add(Map<String, Long> other) {
    other.forEach(
        (name, value) -> sums.merge(name, value, name.equals(LONGEST) ? Math::max : Long::sum));
  }

  private void sum(String name, long value) {
    sums.merge(name, value, Long::sum);
  }

  long get(String name) {
    return sums.getOrDefault(name, 0L);
  }

  Map<String, Long> sums() {
    return sums;
  }
}
