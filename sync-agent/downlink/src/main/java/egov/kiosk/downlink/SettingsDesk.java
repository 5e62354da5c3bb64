package egov.kiosk.downlink;

import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.downlink.store.VersionFloor;
import egov.kiosk.downlink.store.VersionFloor.Kind;
import egov.kiosk.launcher.port.RemoteSettings;
import egov.kiosk.launcher.port.RemoteSettings.State;
import egov.kiosk.launcher.port.SettingsRefusedException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * Takes settings from the platform and puts them to the test: unless the kiosk checks in, which is
 * that the broker takes the very event that says the settings are in force, the launcher goes back
 * to those before. For one thread.
 */
final class SettingsDesk {
  private static final String ORDER = "configuration";
  private static final Duration LONGEST_TRY = Duration.ofSeconds(30);

  private final Surroundings around;
  private final VersionFloor floor;
  private final EventLine events;
  private final QuietLog log;
  private final Timing timing;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private CompletableFuture<Boolean> checkIn;
  private long checkInVersion;
  private long nextTry;
  private long giveUp;
  private long charged;

  SettingsDesk(
      Surroundings around,
      VersionFloor floor,
      EventLine events,
      QuietLog log,
      Timing timing,
      InstantSource clock,
      LongSupplier nanos) {
    this.around = around;
    this.floor = floor;
    this.events = events;
    this.log = log;
    this.timing = timing;
    this.clock = clock;
    this.nanos = nanos;
    settle();
  }

  /** An order of the platform, verified. */
  void take(Order.Configuration order) {
    Optional<RemoteSettings> settings = around.settings();
    if (settings.isEmpty()) {
      refuse(order.version(), "UNAVAILABLE", "this kiosk takes no settings from afar");
      return;
    }
    State state = settings.get().state();
    long version = order.version();
    // The launcher may have lost its file; what was reverted once stays away all the same.
    long reverted = Math.max(state.reverted(), floor.of(Kind.REVERTED));
    if (version == state.trial()) {
      tell(version, "on-trial");
    } else if (version == state.kept() && version > 0) {
      tell(version, "in-force");
    } else if (version == reverted && version > 0) {
      tell(version, "reverted");
    } else if (version < highest(state)) {
      refuse(version, "OLD", "version " + highest(state) + " was here already");
    } else {
      begin(settings.get(), order);
    }
  }

  private long highest(State state) {
    long seen = Math.max(Math.max(state.kept(), state.trial()), state.reverted());
    return Math.max(seen, floor.of(Kind.CONFIGURATION));
  }

  private void begin(RemoteSettings settings, Order.Configuration order) {
    try {
      around.audit().require(OrderRecord.of(ORDER, order.version(), AuditResult.BEGUN, ""));
      settings.begin(order.version(), order.settings());
    } catch (AuditUnavailableException e) {
      refuse(order.version(), "AUDIT", "no audit log can be written now");
      return;
    } catch (SettingsRefusedException e) {
      refuse(order.version(), e.reason().name(), e.getMessage());
      return;
    }
    settle();
    raise(Kind.CONFIGURATION, order.version());
  }

  /** What time brings. */
  void beat() {
    Optional<RemoteSettings> settings = around.settings();
    if (settings.isEmpty()) {
      return;
    }
    if (settings.get().state().trial() > 0) {
      onTrial(settings.get());
    }
    State state = settings.get().state();
    raise(Kind.REVERTED, state.reverted());
    String key = ORDER + " reverted " + state.reverted();
    if (state.reverted() > floor.of(Kind.TOLD_REVERTED) && !events.knows(key)) {
      long version = state.reverted();
      log.problem("reverted", "configuration " + version + " was reverted");
      around.audit().record(OrderRecord.of(ORDER, version, AuditResult.FAILED, "reverted"));
      events.send(
          key,
          UpChannel.EVENT,
          AnswerJson.order(around.kioskId(), ORDER, version, "reverted", clock.instant()).bytes(),
          () -> raise(Kind.TOLD_REVERTED, version));
    }
  }

  private void onTrial(RemoteSettings settings) {
    long now = nanos.getAsLong();
    if (settings.state().trouble()) {
      log.problem("trouble", "a component does not bear the configuration on trial");
      settings.revert();
      return;
    }
    if (now - charged >= timing.spend().toNanos()) {
      boolean reverted = settings.spend(Duration.ofNanos(now - charged));
      charged = now;
      if (reverted) {
        log.problem("check-in", "the kiosk did not check in with the configuration on trial");
        return;
      }
    }
    if (checkIn != null) {
      checkedIn(settings, now);
    } else if (now - nextTry >= 0) {
      tryCheckIn(settings.state().trial(), now);
    }
  }

  private void tryCheckIn(long version, long now) {
    Optional<FleetLine> line = around.line();
    nextTry = now + timing.retry().toNanos();
    if (line.isPresent()) {
      checkInVersion = version;
      giveUp = now + LONGEST_TRY.toNanos();
      checkIn =
          line.get()
              .send(
                  UpChannel.EVENT,
                  AnswerJson.order(around.kioskId(), ORDER, version, "in-force", clock.instant())
                      .bytes())
              .exceptionally(failure -> false)
              .toCompletableFuture();
    }
  }

  private void checkedIn(RemoteSettings settings, long now) {
    if (!checkIn.isDone() && now - giveUp < 0) {
      return;
    }
    boolean taken = checkIn.getNow(false) && checkInVersion == settings.state().trial();
    checkIn = null;
    if (taken) {
      try {
        settings.keep();
        around.audit().record(OrderRecord.of(ORDER, checkInVersion, AuditResult.DONE, "kept"));
      } catch (IOException e) {
        log.problem("keep", "the configuration could not be kept: " + e.getMessage());
      }
    }
  }

  private void settle() {
    charged = nanos.getAsLong();
    nextTry = charged + timing.settle().toNanos();
    checkIn = null;
  }

  private void tell(long version, String outcome) {
    events.event(
        ORDER + " " + outcome + " " + version,
        AnswerJson.order(around.kioskId(), ORDER, version, outcome, clock.instant()));
  }

  private void refuse(long version, String reason, String text) {
    if (log.problem(
        "configuration " + reason, "configuration " + version + " is refused: " + text)) {
      around.audit().record(OrderRecord.of(ORDER, version, AuditResult.REFUSED, reason));
      events.event(
          ORDER + " refused " + version,
          AnswerJson.order(around.kioskId(), ORDER, version, "refused", clock.instant())
              .because(reason)
              .text(text));
    }
  }

  private void raise(Kind kind, long version) {
    try {
      floor.raise(kind, version);
    } catch (IOException e) {
      log.problem("floor", "the list of versions cannot be written: " + e.getMessage());
    }
  }
}
