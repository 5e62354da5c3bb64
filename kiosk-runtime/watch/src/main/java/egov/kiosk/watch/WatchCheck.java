package egov.kiosk.watch;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.health.SafeMode;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Whether the kiosk had to help itself, for the technician. */
final class WatchCheck implements HealthCheck {
  private static final String NAME = "watch";

  private final SafeMode mode;
  private final WatchBook book;
  private final BooleanSupplier unasked;

  /**
   * @param unasked whether the system would start the machine again, and is never asked to
   */
  WatchCheck(SafeMode mode, WatchBook book, BooleanSupplier unasked) {
    this.mode = mode;
    this.book = book;
    this.unasked = unasked;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    // The book is written under the lock the mode is read under.
    synchronized (mode) {
      if (mode.reason().isPresent()) {
        return new Finding(
            NAME,
            Level.FAIL,
            "safe mode: " + mode.reason().get(),
            Actor.TECHNICIAN,
            "Find the cause in the log, mend it, then end safe mode: kiosk safe-mode leave.");
      }
      long restarts =
          book.entries().stream()
              .filter(
                  entry ->
                      entry.kind() == WatchBook.Kind.PROCESS
                          || entry.kind() == WatchBook.Kind.SYSTEM)
              .count();
      if (restarts > 0) {
        return warn(
            "process or machine were started again " + restarts + " times lately",
            "Look for \"watch:\" in the log: it says which part failed.");
      }
      return unasked.getAsBoolean()
          ? warn(
              "the machine is never started again by itself, although its system would do it",
              "Take the line watch.rebootRequest from the package's own kiosk.properties.")
          : Finding.ok(NAME, "nothing had to be started again");
    }
  }

  private static Finding warn(String what, String advice) {
    return new Finding(NAME, Level.WARN, what, Actor.TECHNICIAN, advice);
  }
}
