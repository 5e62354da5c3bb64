package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.SequenceRange;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a salvage brought back.
 *
 * @param kept rows in the fresh file
 * @param pending of those, messages still to be settled
 * @param missing places that have no row
 * @param aside where the old files are
 */
public record SalvageResult(long kept, long pending, List<SequenceRange> missing, Path aside) {
  public SalvageResult {
    missing = List.copyOf(missing);
    Objects.requireNonNull(aside, "aside");
  }
}
