package egov.kiosk.outboxsqlite.salvage;

import egov.kiosk.domain.outbox.SequenceRange;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a salvage brought back.
 *
 * @param kept rows in the fresh file
 * @param pending of those, messages still to be settled
 * @param missing places that have no row, as ranges
 * @param aside where the damaged files are, once they are there and if there were any
 */
public record SalvageReport(
    long kept, long pending, List<SequenceRange> missing, Optional<Path> aside) {

  public SalvageReport {
    missing = List.copyOf(missing);
  }

  /** One sentence for the technician that names every missing place, without content. */
  public String sentence() {
    StringBuilder text = new StringBuilder();
    text.append(kept).append(" rows salvaged (").append(pending).append(" pending), ");
    if (missing.isEmpty()) {
      text.append("none missing");
    } else {
      long lost = missing.stream().mapToLong(r -> r.last() - r.first() + 1).sum();
      text.append(lost).append(" missing at places ");
      text.append(String.join(", ", missing.stream().map(SalvageReport::word).toList()));
    }
    return text.toString();
  }

  private static String word(SequenceRange range) {
    return range.first() == range.last()
        ? Long.toString(range.first())
        : range.first() + "-" + range.last();
  }
}
