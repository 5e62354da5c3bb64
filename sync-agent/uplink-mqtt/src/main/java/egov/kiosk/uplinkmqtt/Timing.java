package egov.kiosk.uplinkmqtt;

import java.time.Duration;
import java.util.Objects;

/**
 * How long things take on the way to the platform.
 *
 * @param keepAlive longest silence before a ping
 * @param sessionExpiry how long the broker keeps what comes down while we are away (MQTT 5)
 * @param willDelay how long the broker waits before it tells others that we are gone (MQTT 5)
 * @param connectTimeout how long one try may take
 * @param firstWithin the first try is made at a random moment within this
 * @param probeIdle silence after which the connection is asked for a sign of life; zero never asks
 * @param probeAnswer how long that sign may take
 */
public record Timing(
    Duration keepAlive,
    Duration sessionExpiry,
    Duration willDelay,
    Duration connectTimeout,
    Duration firstWithin,
    Duration probeIdle,
    Duration probeAnswer) {
  /** 60 s, a day, 30 s, 20 s, at once, 12 s and 10 s. */
  public static final Timing FLEET =
      new Timing(
          Duration.ofSeconds(60),
          Duration.ofSeconds(86_400),
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          Duration.ZERO,
          Duration.ofSeconds(12),
          Duration.ofSeconds(10));

  public Timing {
    Objects.requireNonNull(keepAlive, "keepAlive");
    Objects.requireNonNull(sessionExpiry, "sessionExpiry");
    Objects.requireNonNull(willDelay, "willDelay");
    Objects.requireNonNull(connectTimeout, "connectTimeout");
    Objects.requireNonNull(firstWithin, "firstWithin");
    Objects.requireNonNull(probeIdle, "probeIdle");
    Objects.requireNonNull(probeAnswer, "probeAnswer");
  }

  /** The same with another limit for one try. */
  public Timing withConnectTimeout(Duration timeout) {
    return new Timing(
        keepAlive, sessionExpiry, willDelay, timeout, firstWithin, probeIdle, probeAnswer);
  }

  /** The same with the first try at a random moment. */
  public Timing withFirstWithin(Duration span) {
    return new Timing(
        keepAlive, sessionExpiry, willDelay, connectTimeout, span, probeIdle, probeAnswer);
  }

  /** The same asking for signs of life at other times. */
  public Timing withProbe(Duration idle, Duration answer) {
    return new Timing(
        keepAlive, sessionExpiry, willDelay, connectTimeout, firstWithin, idle, answer);
  }

  /** The same with another wait before others are told that we are gone. */
  public Timing withWillDelay(Duration delay) {
    return new Timing(
        keepAlive, sessionExpiry, delay, connectTimeout, firstWithin, probeIdle, probeAnswer);
  }
}
