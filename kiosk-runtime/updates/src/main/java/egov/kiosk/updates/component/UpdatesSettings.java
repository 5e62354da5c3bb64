package egov.kiosk.updates.component;

import egov.kiosk.updates.ddi.DdiSettings;
import egov.kiosk.updates.desk.QuietRule;
import egov.kiosk.updates.disk.Disk;
import egov.kiosk.updates.slot.Machine;
import egov.kiosk.updates.slot.Places;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/** The configuration as the room uses it. */
record UpdatesSettings(Places places, Machine machine, QuietRule quiet) {
  private static final String HOURS = "[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]";

  static UpdatesSettings of(UpdatesConfiguration configuration) throws IOException {
    Path program = Path.of(configuration.program()).toAbsolutePath();
    Places places =
        new Places(
            program,
            Path.of(configuration.stateDirectory()),
            Path.of(configuration.directory()),
            Path.of("unused"));
    Machine machine =
        new Machine(Machine.archHere(), configuration.hardware(), Instant::now, built());
    return new UpdatesSettings(places, machine, quiet(configuration.hours()));
  }

  private static QuietRule quiet(String hours) {
    if (!hours.matches(HOURS)) {
      throw new IllegalArgumentException("updates.hours is two times of day, such as 19:00-07:00");
    }
    return new QuietRule(
        LocalTime.parse(hours.substring(0, 5)), LocalTime.parse(hours.substring(6)));
  }

  /**
   * Who asks which server; empty when there is none.
   *
   * @throws IOException when the token cannot be read
   */
  static Optional<DdiSettings> server(UpdatesConfiguration configuration, String kiosk)
      throws IOException {
    if (configuration.server().isEmpty()) {
      return Optional.empty();
    }
    URI server = URI.create(configuration.server());
    boolean loopback = "127.0.0.1".equals(server.getHost());
    if (!"https".equals(server.getScheme()) && !loopback) {
      throw new IllegalArgumentException("updates.server is an https address");
    }
    String token =
        new String(Disk.small(Path.of(configuration.tokenFile()), 512), StandardCharsets.US_ASCII)
            .strip();
    return Optional.of(new DdiSettings(server, configuration.tenant(), kiosk, token));
  }

  private static Instant built() throws IOException {
    try (InputStream text =
        UpdatesSettings.class.getResourceAsStream("/egov/kiosk/updates/built.txt")) {
      return Instant.parse(new String(text.readNBytes(64), StandardCharsets.US_ASCII).strip());
    }
  }
}
