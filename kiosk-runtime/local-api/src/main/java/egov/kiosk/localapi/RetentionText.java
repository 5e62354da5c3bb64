package egov.kiosk.localapi;

import egov.kiosk.domain.retention.Due;
import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.RetentionDesk;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Retention as a technician reads it. */
final class RetentionText {
  private RetentionText() {}

  /** Everything that is kept, with its class and its end. */
  static String table(RetentionDesk desk) {
    StringBuilder out = new StringBuilder();
    for (Holding one : Holding.values()) {
      line(out, one.rule(), one.dataClass().word(), one.until().words(desk.days(one)), one.what());
    }
    return out.toString();
  }

  /** What is due, or was destroyed. */
  static String outcomes(List<RetentionDesk.Outcome> outcomes) {
    StringBuilder out = new StringBuilder();
    for (RetentionDesk.Outcome one : outcomes) {
      line(
          out,
          one.holding().rule(),
          one.holding().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          "over " + one.days() + " days: " + one.due().count(),
          one.problem().isEmpty() ? period(one.due()) : one.problem());
    }
    return out.toString();
  }

  private static String period(Due due) {
    return due.count() == 0 ? "" : day(due.oldest().get()) + " to " + day(due.newest().get());
  }

  private static String day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static void line(StringBuilder out, String... cells) {
    out.append(
        String.format(Locale.ROOT, "%-5s %-16s %-40s %s", cells[0], cells[1], cells[2], cells[3])
            .stripTrailing());
    out.append('\n');
  }
}
