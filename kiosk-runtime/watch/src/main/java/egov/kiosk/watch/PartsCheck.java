package egov.kiosk.watch;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.health.MissingParts;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Whether everything that was configured could be made. A kiosk without a part goes on as far as it
 * can, and says so instead of pretending: a wrong setting of the uplink costs the uplink.
 */
public final class PartsCheck implements HealthCheck, MissingParts {
  /** The check's name. */
  public static final String NAME = "components";

  private final Supplier<Optional<Collection<Unmade>>> unmade;

  /**
   * A part that could not be made.
   *
   * @param name how its configuration is called, e.g. {@code uplink}
   * @param why in one sentence that names settings and no value of a secret
   */
  public record Unmade(String name, String why) {
    public Unmade {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(why, "why");
    }
  }

  /**
   * @param unmade asked for anew at every look; empty while nobody can look
   */
  public PartsCheck(Supplier<Optional<Collection<Unmade>>> unmade) {
    this.unmade = Objects.requireNonNull(unmade, "unmade");
  }

  @Override
  public Optional<List<String>> missing() {
    return unmade.get().map(parts -> parts.stream().map(Unmade::name).distinct().sorted().toList());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    Optional<Collection<Unmade>> looked = unmade.get();
    if (looked.isEmpty()) {
      return new Finding(
          NAME,
          Level.WARN,
          "nobody can tell which components are missing",
          Actor.TECHNICIAN,
          "restart the runtime; if it says so again, install the package again");
    }
    Collection<Unmade> now = looked.get();
    if (now.isEmpty()) {
      return Finding.ok(NAME, "every component that is configured works");
    }
    return new Finding(
        NAME,
        Level.FAIL,
        now.stream()
            .map(one -> "COMPONENT_MISSING: " + one.name() + ": " + one.why())
            .sorted()
            .collect(Collectors.joining("; ")),
        Actor.TECHNICIAN,
        "correct the setting that is named, or install the package again; then restart the"
            + " runtime");
  }
}
