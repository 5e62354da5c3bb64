package egov.kiosk.outboxsqlite.salvage;

import java.nio.file.Path;
import java.util.List;

/**
 * What a salvage brought back.
 *
 * @param kept rows in the fresh file
 * @param pending of those, messages still to be settled
 * @param missing places that have no row, as ranges
 * @param aside where the damaged files are
 */
public record SalvageReport(long kept, long pending, List<Range> missing, Path aside) {
  private static final int NAMED = 8;

  /** Places from the first to the last, both included. */
  public record Range(long first, long last) {
    @Override
    public String toString() {
      return first == last ? Long.toString(first) : first + "-" + last;
    }
  }

  public SalvageReport {
    missing = List.copyOf(missing);
  }

  /** One sentence for the technician, without content. */
  public String sentence() {
    StringBuilder text = new StringBuilder();
    text.append(kept).append(" rows salvaged (").append(pending).append(" pending), ");
    if (missing.isEmpty()) {
      text.append("none missing");
    } else {
      long lost = missing.stream().mapToLong(r -> r.last() - r.first() + 1).sum();
      text.append(lost).append(" missing at places ");
      text.append(String.join(", ", missing.stream().limit(NAMED).map(Range::toString).toList()));
      text.append(missing.size() > NAMED ? ", ..." : "");
    }
    return text.append("; the damaged files are kept in ").append(aside).toString();
  }
}
