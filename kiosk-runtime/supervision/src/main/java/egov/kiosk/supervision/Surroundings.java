package egov.kiosk.supervision;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the supervisor said when it started this process.
 *
 * @param socket where it listens; empty when nobody does
 * @param watchdog after how much silence it ends this process; empty when it does not watch
 */
record Surroundings(Optional<String> socket, Optional<Duration> watchdog) {
  /** Shorter would be a mistake of a unit file. */
  private static final long SHORTEST_MICROS = 1_000_000;

  /**
   * Reads sd_notify's and sd_watchdog_enabled's variables.
   *
   * @param environment of this process
   * @param pid of this process: a watchdog for another process is none for us
   */
  static Surroundings of(Map<String, String> environment, long pid) {
    Optional<String> socket =
        Optional.ofNullable(environment.get("NOTIFY_SOCKET")).filter(name -> !name.isEmpty());
    Optional<Duration> watchdog =
        Optional.ofNullable(environment.get("WATCHDOG_USEC"))
            .filter(micros -> micros.matches("[0-9]{1,15}"))
            .map(Long::parseLong)
            .filter(micros -> micros >= SHORTEST_MICROS)
            .filter(micros -> isOurs(environment.get("WATCHDOG_PID"), pid))
            .map(micros -> Duration.ofNanos(micros * 1000));
    return new Surroundings(socket, socket.flatMap(name -> watchdog));
  }

  private static boolean isOurs(String named, long pid) {
    return named == null || named.equals(Long.toString(pid));
  }
}
