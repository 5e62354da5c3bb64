package egov.kiosk.domain.upkeep;

import egov.kiosk.domain.health.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a step stands.
 *
 * @param outcome what it came to
 * @param at when it was last looked at
 * @param findings what was seen then; nothing after a restart until it is looked at again
 */
public record StepView(Outcome outcome, Optional<Instant> at, List<Finding> findings) {
  public StepView {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(at, "at");
    findings = List.copyOf(findings);
  }
}
