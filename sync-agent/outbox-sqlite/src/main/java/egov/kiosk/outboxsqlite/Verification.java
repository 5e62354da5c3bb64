package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.SequenceRange;
import java.util.List;
import java.util.Objects;

/**
 * What a look at all of a queue found.
 *
 * @param rows rows that could be read
 * @param counts how many of them stand where
 * @param altered places whose rows are not as they were written, at most the first 10,000 ranges
 * @param missing places that have no row, those written down after an earlier loss included
 * @param problems what is wrong, a sentence each; empty when nothing is
 */
public record Verification(
    long rows,
    OutboxCounts counts,
    List<SequenceRange> altered,
    List<SequenceRange> missing,
    List<String> problems) {
  public Verification {
    Objects.requireNonNull(counts, "counts");
    altered = List.copyOf(altered);
    missing = List.copyOf(missing);
    problems = List.copyOf(problems);
  }

  /** Whether the file is whole; what was lost before it became so is no fault of it now. */
  public boolean sound() {
    return altered.isEmpty() && problems.isEmpty();
  }
}
