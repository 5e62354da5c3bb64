package egov.kiosk.kurabridge;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Whether every secret that was typed on a page could be opened with the framework's key. */
public final class SecretsCheck implements HealthCheck {
  private static final String NAME = "typed-secrets";

  private final Supplier<Map<String, Path>> unopened;

  /**
   * @param unopened the file each is for, by page and setting
   */
  public SecretsCheck(Supplier<Map<String, Path>> unopened) {
    this.unopened = unopened;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    Map<String, Path> closed = new TreeMap<>(unopened.get());
    if (closed.isEmpty()) {
      return Finding.ok(NAME, "the framework's key opens what was typed");
    }
    boolean missing = closed.values().stream().anyMatch(Files::notExists);
    return new Finding(
        NAME,
        missing ? Level.FAIL : Level.WARN,
        "sealed with another key than the framework has: " + String.join(", ", closed.keySet()),
        Actor.TECHNICIAN,
        "type them again on their page, or give the framework its key back");
  }
}
