package egov.kiosk.audit.component;

import egov.kiosk.audit.TrailSettings;
import egov.kiosk.audit.store.LogSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The configuration as values. */
final class ConfiguredSettings {
  private static final long MEGABYTE = 1024 * 1024;

  private ConfiguredSettings() {}

  static LogSettings log(AuditConfiguration configuration, String kioskId, String release) {
    return new LogSettings(
        Path.of(configuration.directory()),
        kioskId,
        release.replaceAll("[^A-Za-z0-9._-]", "-"),
        configuration.segmentMegabytes() * MEGABYTE,
        configuration.budgetMegabytes() * MEGABYTE,
        Duration.ofDays(configuration.retentionDays()),
        built());
  }

  static TrailSettings trail(AuditConfiguration configuration) {
    return new TrailSettings(
        configuration.checkpointRecords(), Duration.ofMinutes(configuration.checkpointMinutes()));
  }

  /** When this program was built; every earlier time is a wrong clock. */
  static Instant built() {
    try (InputStream in = ConfiguredSettings.class.getResourceAsStream("built")) {
      return Instant.parse(new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
    } catch (IOException e) {
      throw new IllegalStateException("the program lacks its own date", e);
    }
  }
}
