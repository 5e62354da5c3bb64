package egov.kiosk.conformance;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A report that can be sent to a vendor: Markdown, no personal data.
 *
 * @param device the device's name
 * @param identity what the device says it is, e.g. its security module's id; may be empty
 * @param at when the examination began
 * @param results every result, in order
 */
public record Report(String device, String identity, Instant at, List<Result> results) {
  public Report {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(at, "at");
    results = List.copyOf(results);
  }

  /** Whether nothing failed and at least one check was made. */
  public boolean passed() {
    return count(Result.Verdict.FAILED) == 0 && count(Result.Verdict.PASSED) > 0;
  }

  /** How many checks ended so. */
  public long count(Result.Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }

  /** The whole report. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# Conformance of ").append(device).append("\n\n");
    if (!identity.isEmpty()) {
      text.append("Device: ").append(identity).append("  \n");
    }
    text.append("Examined: ").append(at).append("  \n");
    text.append("Java ").append(System.getProperty("java.version"));
    text.append(", ").append(System.getProperty("os.name")).append(' ');
    text.append(System.getProperty("os.version")).append(' ');
    text.append(System.getProperty("os.arch")).append("\n\n");
    text.append(summary()).append("\n\n");
    text.append("| check | the device … | verdict | remark | ms |\n|---|---|---|---|---:|\n");
    for (Result result : results) {
      text.append("| ").append(result.id());
      text.append(" | ").append(result.promise());
      text.append(" | ").append(result.verdict());
      text.append(" | ").append(cell(result.remark()));
      text.append(" | ").append(result.took().toMillis()).append(" |\n");
    }
    return text.toString();
  }

  /** One line: how many passed, failed, were not run. */
  public String summary() {
    return "%d checks: %d passed, %d failed, %d not run"
        .formatted(
            results.size(),
            count(Result.Verdict.PASSED),
            count(Result.Verdict.FAILED),
            count(Result.Verdict.NOT_RUN));
  }

  private static String cell(String text) {
    return text.replace('|', '/').replaceAll("[\\r\\n]+", " ");
  }
}
