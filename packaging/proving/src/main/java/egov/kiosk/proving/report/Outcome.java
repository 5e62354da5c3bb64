package egov.kiosk.proving.report;

import egov.kiosk.proving.audit.Finding;
import java.time.Duration;
import java.util.List;

/**
 * What one cycle came to.
 *
 * @param kind the word of the fault
 * @param seed which random course it took
 * @param accepted messages accepted during it
 * @param finding what the audit after it found
 * @param salvaged rows the queue salvaged from damaged files
 * @param incidents lines the queue wrote for its technician
 * @param restarted whether the kiosk had to be started again afterwards, as its technician is told
 * @param whole the whole cycle
 * @param recovery from the end of the fault until everything accepted was settled
 */
public record Outcome(
    String kind,
    long seed,
    long accepted,
    Finding finding,
    long salvaged,
    List<String> incidents,
    boolean restarted,
    Duration whole,
    Duration recovery) {
  /** Whether something happened that must not. */
  public boolean bad() {
    return !finding.complaints().isEmpty();
  }
}
