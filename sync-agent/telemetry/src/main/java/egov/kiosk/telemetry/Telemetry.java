package egov.kiosk.telemetry;

import egov.kiosk.contract.ReportJson;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Measurements;
import egov.kiosk.domain.outbox.AppendListener;
import egov.kiosk.domain.outbox.ConnectivityListener;
import egov.kiosk.domain.outbox.SettlementListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;

/**
 * Tells the platform how the kiosk is (遥测): that it lives, what it runs, what it measures, what is
 * wrong. Uses the line for what is not queued, one message at a time, and never the queue; what
 * could not be told is told as it stands later.
 *
 * <p>{@link #tick} is for one thread and never blocks for long, {@link #look} for another; the
 * listeners are for any.
 */
public final class Telemetry implements AppendListener, SettlementListener, ConnectivityListener {
  private static final int METERED_FACTOR = 4;

  private final Sources sources;
  private final FleetLine line;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Alarms alarms = new Alarms();
  private final Rounds rounds = new Rounds();
  private final Clerk clerk;
  private final Gauges gauges;
  private final Digest digest;
  private final Exposition exposition;
  private final Shadow shadow;
  private final long startedAt;
  private final Rhythm heartbeats;
  private final Rhythm digests;
  private final Rhythm shadows;
  private final Rhythm transitions;
  private volatile TelemetrySettings settings;
  private volatile boolean online;
  private boolean underWay;
  private final Queue<Runnable> outcomes = new ConcurrentLinkedQueue<>();
  private Map<String, Object> toldShadow = Map.of();

  /**
   * Tells nothing until {@link #tick}.
   *
   * @param clock what times are told by
   * @param nanos what waiting is measured by; never set back
   */
  public Telemetry(
      Sources sources,
      FleetLine line,
      TelemetrySettings settings,
      InstantSource clock,
      LongSupplier nanos) {
    this.sources = sources;
    this.line = line;
    this.settings = settings;
    this.clock = clock;
    this.nanos = nanos;
    clerk = new Clerk(sources.outbox(), clock);
    gauges = new Gauges(sources, clerk);
    digest = new Digest(sources.kioskId(), gauges);
    exposition = new Exposition(sources, gauges);
    shadow = new Shadow(sources);
    startedAt = nanos.getAsLong();
    long spread = Math.floorMod(sources.kioskId().hashCode(), 1000);
    heartbeats = new Rhythm(startedAt, settings.heartbeat().toNanos() / 1000 * spread);
    digests = new Rhythm(startedAt, settings.digest().toNanos() / 1000 * spread);
    shadows = new Rhythm(startedAt, 0);
    transitions = new Rhythm(startedAt, 0);
  }

  /** Takes other settings; what is due already stays so. */
  public void settings(TelemetrySettings changed) {
    settings = changed;
  }

  /** What is measured, for a program on the same machine. */
  public Measurements measurements() {
    return exposition;
  }

  @Override
  public void appended(long sequence) {
    clerk.queued(sequence);
  }

  @Override
  public void settled(PlatformReceipt receipt) {
    clerk.settled(receipt);
  }

  @Override
  public void connectivityChanged(boolean now) {
    online = now;
  }

  /** Runs the health checks, unless a citizen is being served: then devices are left alone. */
  public void look() {
    if (sources.lock().get().map(ServiceLock::serving).orElse(false)) {
      return;
    }
    List<Finding> findings = rounds.ask(sources.checks(), nanos.getAsLong());
    alarms.observe(findings, nanos.getAsLong(), clock.instant(), settings);
  }

  /** Tells one thing that is due; to be called about once a second. */
  public void tick() {
    for (Runnable outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
      outcome.run();
    }
    clerk.work();
    gauges.look();
    long now = nanos.getAsLong();
    exposition.tick(
        now, clock.instant(), Duration.ofNanos(now - startedAt), alarms.standing().size());
    if (online && !underWay) {
      tellNext(nanos.getAsLong());
    }
  }

  private void tellNext(long now) {
    boolean heartbeat = settings.alwaysHeartbeat() || line.heartbeatWanted();
    Optional<Transition> alarm =
        transitions.due(now) ? alarms.next(now, clock.instant()) : Optional.empty();
    if (heartbeat && heartbeats.due(now)) {
      send(UpChannel.EVENT, ReportJson.heartbeat(), heartbeats, settings.heartbeat(), () -> {});
    } else if (alarm.isPresent()) {
      tell(alarm.get());
    } else if (digests.due(now)) {
      tellDigest(now);
    } else if (shadows.due(now)) {
      tellShadow();
    }
  }

  private void tell(Transition transition) {
    byte[] bytes =
        ReportJson.write("alarm", sources.kioskId(), transition.at(), transition.members());
    send(
        UpChannel.ALARM,
        bytes,
        transitions,
        Duration.ZERO,
        () -> alarms.told(transition, nanos.getAsLong()));
  }

  private void tellShadow() {
    Map<String, Object> fresh = shadow.now(alarms.standing());
    if (!fresh.equals(toldShadow)) {
      send(
          UpChannel.SHADOW,
          shadow.write(fresh, clock.instant()),
          shadows,
          settings.shadow(),
          () -> toldShadow = fresh);
    }
  }

  private void tellDigest(long now) {
    Duration running = Duration.ofNanos(now - startedAt);
    byte[] bytes = digest.write(clock.instant(), running, alarms.standing().size());
    Duration pause = settings.digest().multipliedBy(line.metered() ? METERED_FACTOR : 1);
    send(UpChannel.METRICS, bytes, digests, pause, () -> {});
  }

  private void send(
      UpChannel channel, byte[] bytes, Rhythm rhythm, Duration pause, Runnable whenTaken) {
    underWay = true;
    long began = nanos.getAsLong();
    CompletionStage<Boolean> result = line.send(channel, bytes);
    result.whenComplete(
        (taken, failure) ->
            outcomes.add(() -> over(Boolean.TRUE.equals(taken), rhythm, began, pause, whenTaken)));
  }

  private void over(boolean taken, Rhythm rhythm, long began, Duration pause, Runnable whenTaken) {
    underWay = false;
    if (taken) {
      rhythm.done(began, pause);
      whenTaken.run();
    } else {
      rhythm.failed(began);
    }
  }
}
