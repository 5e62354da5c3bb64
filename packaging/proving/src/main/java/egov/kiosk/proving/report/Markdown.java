package egov.kiosk.proving.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** The tables people read. */
final class Markdown {
  private static final String HEAD =
      """
      | fault | cycles | accepted | lost | doubled | out of order | dead letters | salvaged | \
      destroyed, reported | longest recovery (s) |
      |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
      """;
  private static final String RUNS =
      """

      | sitting | commit | seed | platform's store | cycles | minutes | a second | complaints | \
      machine | ended |
      |---|---|---|---|---:|---:|---:|---:|---|---|
      """;
  private static final double MINUTE = 60.0;

  private final Map<String, KindTally> byKind;
  private final List<JsonNode> runs;

  Markdown(Map<String, KindTally> byKind, List<JsonNode> runs) {
    this.byKind = byKind;
    this.runs = runs;
  }

  String text() {
    StringBuilder text = new StringBuilder(HEAD);
    KindTally all = new KindTally();
    byKind.forEach(
        (kind, tally) -> {
          text.append(row(kind, tally));
          all.add(tally.sums());
        });
    text.append(row("**all**", all)).append(RUNS);
    String last = commit(runs.get(runs.size() - 1));
    for (int i = 0; i < runs.size(); i++) {
      text.append(sitting(i + 1, runs.get(i), last));
    }
    runs.get(runs.size() - 1)
        .path("notRun")
        .fields()
        .forEachRemaining(
            kind ->
                text.append(
                    "%nNot run in the last sitting: %s (%s)."
                        .formatted(kind.getKey(), kind.getValue().asText())));
    return text.append(System.lineSeparator()).toString();
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

  private static String sitting(int number, JsonNode run, String last) {
    String commit = commit(run);
    long cycles = run.path("total").path("cycles").asLong();
    double seconds = run.path("seconds").asDouble();
    return "| %d | %s | %s | %s | %d | %.1f | %.1f | %d | %s × %s | %s |%n"
        .formatted(
            number,
            commit.equals(last) ? commit : commit + " (another commit)",
            run.path("seed").asText(),
            run.path("platform").asText("journal"),
            cycles,
            seconds / MINUTE,
            seconds > 0 ? cycles / seconds : 0,
            run.path("complaints").size(),
            run.path("machine").path("processors").asText(),
            run.path("machine").path("processor").asText(),
            run.path("ended").asText("complete"));
  }

  private static String commit(JsonNode run) {
    return run.path("commit").asText(Sitting.UNKNOWN);
  }
}
