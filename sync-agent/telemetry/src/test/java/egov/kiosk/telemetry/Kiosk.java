package egov.kiosk.telemetry;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.domain.health.Figures;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A kiosk whose devices, checks, line and time the test plays. */
final class Kiosk implements FleetLine {
  static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
  static final TelemetrySettings SETTINGS =
      new TelemetrySettings(
          Duration.ofSeconds(60),
          false,
          Duration.ofSeconds(300),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(120));

  /** One message that was taken by the line. */
  record Sent(long second, UpChannel channel, byte[] bytes) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  final BookOutbox outbox = new BookOutbox();
  final List<Sent> sent = new ArrayList<>();
  final Map<String, Level> findings = new TreeMap<>();
  final Map<String, DeviceState> devices = new TreeMap<>();
  final List<Figures> rooms = new ArrayList<>();
  final Telemetry telemetry;
  boolean refusing;
  boolean heartbeatWanted;
  boolean metered;
  Optional<ServiceLock> lock = Optional.empty();
  long second;

  Kiosk() {
    telemetry =
        new Telemetry(
            new Sources(
                "lab-000001",
                "0.1.0",
                Map.of("arch", "amd64"),
                () -> findings.keySet().stream().map(this::check).iterator(),
                () -> devices.keySet().stream().map(this::device).iterator(),
                () -> rooms.iterator(),
                outbox,
                () -> lock,
                Optional::empty),
            this,
            SETTINGS,
            this::now,
            () -> Duration.ofSeconds(second).toNanos());
  }

  Instant now() {
    return START.plusSeconds(second);
  }

  private HealthCheck check(String name) {
    return new HealthCheck() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Finding check(Duration timeout) {
        return new Finding(name, findings.get(name), "seen", Actor.TECHNICIAN, "mend it");
      }
    };
  }

  private Device device(String name) {
    return new Device() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public DeviceStatus status() {
        return new DeviceStatus(devices.get(name), Set.of(), START);
      }
    };
  }

  /** Lets seconds pass, with the pulse of the component. */
  void pass(long seconds) {
    for (long i = 0; i < seconds; i++) {
      second++;
      telemetry.tick();
      if (second % SETTINGS.check().toSeconds() == 0) {
        telemetry.look();
      }
    }
  }

  List<Sent> sent(UpChannel channel) {
    return sent.stream().filter(s -> s.channel() == channel).toList();
  }

  @Override
  public CompletionStage<Boolean> send(UpChannel channel, byte[] payload) {
    if (!refusing) {
      sent.add(new Sent(second, channel, payload));
    }
    return CompletableFuture.completedFuture(!refusing);
  }

  @Override
  public int maxBytes() {
    return 65_536;
  }

  @Override
  public boolean metered() {
    return metered;
  }

  @Override
  public boolean heartbeatWanted() {
    return heartbeatWanted;
  }
}
