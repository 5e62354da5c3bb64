package egov.kiosk.proving.report;

import java.util.Map;

/** The table people read. */
final class Markdown {
  private static final String HEAD =
      """
      | fault | cycles | accepted | lost | doubled | out of order | dead letters | salvaged | \
      destroyed, reported | longest recovery (s) |
      |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
      """;
  private final Map<String, KindTally> byKind;
  private final KindTally all;
  private final Map<String, String> notRun;

  Markdown(Map<String, KindTally> byKind, KindTally all, Map<String, String> notRun) {
    this.byKind = byKind;
    this.all = all;
    this.notRun = notRun;
  }

  String text() {
    StringBuilder text = new StringBuilder(HEAD);
    byKind.forEach((kind, tally) -> text.append(row(kind, tally)));
    text.append(row("**all**", all));
    notRun.forEach(
        (kind, why) -> text.append("\nNot run on this machine: %s (%s).%n".formatted(kind, why)));
    return text.toString();
  }

  private static String row(String kind, KindTally tally) {
    return "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %.1f |%n"
        .formatted(
            kind,
            tally.get("cycles"),
            tally.get("accepted"),
            tally.get("lost"),
            tally.get("doubled"),
            tally.get("outOfOrder"),
            tally.get("deadLetters"),
            tally.get("salvaged"),
            tally.get("destroyedAndReported"),
            tally.get("longestRecoveryMillis") / 1000.0);
  }
}
