package egov.kiosk.downlink.command;

import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.CommandResult;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code self-test}: runs every health check, the worst findings first. */
public final class SelfTest implements CommandHandler {
  private static final Duration EACH = Duration.ofSeconds(5);
  private static final Duration TOGETHER = Duration.ofSeconds(50);

  private final Supplier<List<HealthCheck>> checks;
  private final LongSupplier nanos;

  public SelfTest(Supplier<List<HealthCheck>> checks, LongSupplier nanos) {
    this.checks = checks;
    this.nanos = nanos;
  }

  @Override
  public String name() {
    return "self-test";
  }

  @Override
  public CommandResult run(Map<String, String> arguments) {
    long end = nanos.getAsLong() + TOGETHER.toNanos();
    List<Finding> findings = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (HealthCheck check : checks.get()) {
      if (nanos.getAsLong() - end < 0) {
        findings.add(check.check(EACH));
      } else {
        left.add(check.name());
      }
    }
    findings.sort(Comparator.comparing(Finding::level).reversed().thenComparing(Finding::name));
    return CommandResult.done(counts(findings) + "; " + lines(findings, left));
  }

  private static String counts(List<Finding> findings) {
    return List.of(Level.FAIL, Level.WARN, Level.OK).stream()
        .map(level -> level + " " + findings.stream().filter(one -> one.level() == level).count())
        .collect(Collectors.joining(", "));
  }

  private static String lines(List<Finding> findings, List<String> left) {
    String found =
        findings.stream()
            .map(one -> one.level() + " " + one.name() + ": " + one.what())
            .collect(Collectors.joining("; "));
    return left.isEmpty() ? found : found + "; no time for " + String.join(", ", left);
  }
}
