package egov.kiosk.upkeep.look;

import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import java.time.Duration;
import java.util.Objects;

/**
 * One look at the machine under a name of its own. Safe for use by several threads.
 *
 * @param name what is looked at, e.g. {@code temperature}
 * @param question how
 */
public record Look(String name, Question question) implements HealthCheck {
  private static final Duration KEEPS = Duration.ofMinutes(15);

  public Look {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(question, "question");
  }

  /** What is asked. */
  @FunctionalInterface
  public interface Question {
    /**
     * Looks now.
     *
     * @param timeout how long it may take at most
     * @throws Exception when it cannot be looked at; that is a finding too
     */
    Verdict ask(Duration timeout) throws Exception;
  }

  @Override
  public Finding check(Duration timeout) {
    try {
      Verdict verdict = question.ask(timeout);
      return new Finding(name, verdict.level(), verdict.what(), verdict.actor(), verdict.advice());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unseen("interrupted");
    } catch (Exception e) {
      // A path or a class, never what a file says.
      return unseen(e.getClass().getSimpleName());
    }
  }

  /** Disks, fonts and permissions change slowly. */
  @Override
  public Duration keeps() {
    return KEEPS;
  }

  private Finding unseen(String why) {
    Verdict verdict =
        Verdict.warn(
            "it could not be looked at: " + why,
            "run kiosk doctor as the runtime's user; if this stays, send a support bundle");
    return new Finding(name, verdict.level(), verdict.what(), verdict.actor(), verdict.advice());
  }
}
