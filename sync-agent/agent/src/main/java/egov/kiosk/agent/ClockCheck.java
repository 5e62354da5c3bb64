package egov.kiosk.agent;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.outbox.SettlementListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether this kiosk's clock can be believed: never before the program was written, and within a
 * minute of the platform's as verified receipts tell it. Safe for use by several threads.
 */
public final class ClockCheck implements HealthCheck, SettlementListener {
  /** No right clock shows a time before this. */
  static final Instant WRITTEN = Instant.parse("2026-11-01T00:00:00Z");

  private static final String NAME = "clock";
  private static final Duration TOLERANCE = Duration.ofSeconds(60);
  private static final String MEND =
      "set the clock, check the time service and the clock's battery";

  private final InstantSource clock;
  private final AtomicReference<Duration> ahead = new AtomicReference<>();

  public ClockCheck(InstantSource clock) {
    this.clock = clock;
  }

  /** Learns the platform's time; the way a receipt takes counts as the kiosk being ahead. */
  @Override
  public void settled(PlatformReceipt receipt) {
    ahead.set(Duration.between(receipt.issuedAt(), clock.instant()));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    Instant now = clock.instant();
    if (now.isBefore(WRITTEN)) {
      return new Finding(
          NAME,
          Level.FAIL,
          "the clock shows " + now + ", before this program was written",
          Actor.TECHNICIAN,
          MEND);
    }
    Duration offset = ahead.get();
    if (offset == null) {
      return Finding.ok(NAME, "plausible; not compared with the platform since the start");
    }
    if (offset.abs().compareTo(TOLERANCE) > 0) {
      return new Finding(
          NAME,
          Level.WARN,
          "the clock is off by " + offset.toSeconds() + " s from the platform's",
          Actor.TECHNICIAN,
          MEND);
    }
    return Finding.ok(NAME, "agrees with the platform within " + TOLERANCE.toSeconds() + " s");
  }
}
