package egov.kiosk.flow.component;

import egov.kiosk.flow.surroundings.IdleTable;
import egov.kiosk.flow.surroundings.OpeningHours;
import egov.kiosk.flow.surroundings.Settings;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * The configuration as values.
 *
 * @param desk what the desk works by
 * @param stateDirectory where the counter lives
 * @param otherCredentials whether the platform takes more than identity cards
 */
record FlowSettings(Settings desk, Path stateDirectory, boolean otherCredentials) {
  /**
   * Reads it.
   *
   * @throws IllegalArgumentException when a value is not allowed; says which key and what is
   */
  static FlowSettings of(FlowConfiguration configuration) {
    Settings desk =
        new Settings(
            configuration.site(),
            configuration.helpPhone(),
            configuration.elsewhere(),
            FrontSettings.of(configuration),
            hours(configuration),
            zone(configuration.zone()),
            idle(configuration),
            configuration.faceTries(),
            configuration.cardTries(),
            Duration.ofMillis(configuration.lookMillis()),
            Duration.ofSeconds(configuration.cardWaitSeconds()),
            Duration.ofSeconds(configuration.printSeconds()),
            Duration.ofSeconds(configuration.copySeconds()),
            Duration.ofSeconds(configuration.cardLeftSeconds()),
            Duration.ofSeconds(configuration.helpWaitSeconds()));
    return new FlowSettings(
        desk, Path.of(configuration.stateDirectory()), configuration.otherCredentials());
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("flow: zone must be a time zone, e.g. Asia/Shanghai", e);
    }
  }

  private static OpeningHours hours(FlowConfiguration configuration) {
    try {
      return OpeningHours.of(
          List.of(configuration.openingHours()), List.of(configuration.closedDays()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("flow: opening hours: " + e.getMessage(), e);
    }
  }

  private static IdleTable idle(FlowConfiguration configuration) {
    try {
      return IdleTable.of(
          List.of(configuration.idleSeconds()),
          Duration.ofSeconds(configuration.idleWarningSeconds()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("flow: idleSeconds: " + e.getMessage(), e);
    }
  }
}
