package egov.kiosk.upkeep.supply;

import egov.kiosk.domain.print.PrintTally;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.SetupException.Reason;
import egov.kiosk.domain.upkeep.Supplies;
import egov.kiosk.upkeep.supply.SupplyBook.Filled;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what the print ledger says was printed against what a technician said was put in. The
 * ledger forgets after some weeks; what was counted before that is kept here.
 */
public final class CountedSupplies implements Supplies {
  private static final Logger LOG = LoggerFactory.getLogger(CountedSupplies.class);

  /** A job that began so long ago has ended. */
  private static final Duration SETTLED = Duration.ofMinutes(10);

  private static final Duration WINDOW = Duration.ofDays(14);
  private static final Duration LEAST = Duration.ofDays(3);
  private static final Duration DAY = Duration.ofDays(1);

  private final SupplyBook book;
  private final Supplier<Optional<PrintTally>> tally;
  private final Supplier<Set<String>> devices;
  private final InstantSource clock;

  /**
   * Reads what was said before.
   *
   * @param directory this room's own, below the data directory
   * @param tally the print ledger's; empty while it is not there
   * @param devices the names of the devices this kiosk has
   * @throws IOException when what is there cannot be read
   */
  public CountedSupplies(
      Path directory,
      Supplier<Optional<PrintTally>> tally,
      Supplier<Set<String>> devices,
      InstantSource clock)
      throws IOException {
    book = new SupplyBook(directory.resolve("supplies"));
    this.tally = tally;
    this.devices = devices;
    this.clock = clock;
  }

  @Override
  public synchronized List<Supply> supplies() {
    Set<String> there = devices.get();
    return Arrays.stream(Kind.values())
        .filter(kind -> there.contains(kind.device()))
        .map(this::of)
        .toList();
  }

  @Override
  public synchronized void refilled(String name, int capacity) throws SetupException {
    Kind kind =
        Kind.of(name)
            .filter(one -> devices.get().contains(one.device()))
            .orElseThrow(() -> new SetupException(Reason.NO_SUCH_DEVICE, ""));
    if (capacity < 1 || capacity > MOST) {
      throw new SetupException(Reason.BAD_ANSWER, "capacity");
    }
    try {
      Instant now = clock.instant();
      book.put(kind, new Filled(capacity, now, 0, now));
    } catch (IOException e) {
      throw new SetupException(Reason.NOT_KEPT, "");
    }
  }

  private Supply of(Kind kind) {
    Optional<Filled> filled = book.of(kind).map(before -> counted(kind, before));
    OptionalDouble perDay = perDay(kind);
    OptionalInt left =
        filled.isPresent() ? OptionalInt.of(filled.get().left()) : OptionalInt.empty();
    OptionalInt days =
        left.isPresent() && perDay.isPresent() && perDay.getAsDouble() > 0
            ? OptionalInt.of((int) (left.getAsInt() / perDay.getAsDouble()))
            : OptionalInt.empty();
    return new Supply(
        kind.word(),
        filled.isPresent() ? OptionalInt.of(filled.get().capacity()) : OptionalInt.empty(),
        left,
        perDay,
        days,
        filled.map(Filled::at));
  }

  /** What was used since is entered only when something was: a disk of flash is not worn by it. */
  private Filled counted(Kind kind, Filled before) {
    Instant until = clock.instant().minus(SETTLED);
    if (tally.get().isEmpty() || !until.isAfter(before.until())) {
      return before;
    }
    long used = tally.get().get().printed(kind.uses(), before.until(), until);
    boolean longAgo = before.until().isBefore(until.minus(DAY));
    Filled after = new Filled(before.capacity(), before.at(), before.used() + used, until);
    if (used > 0 || longAgo) {
      try {
        book.put(kind, after);
      } catch (IOException e) {
        LOG.warn("the count of {} could not be kept; look at the disk", kind.word());
        return after;
      }
    }
    return after;
  }

  private OptionalDouble perDay(Kind kind) {
    Instant now = clock.instant();
    Optional<Instant> since = tally.get().flatMap(PrintTally::since);
    if (since.isEmpty() || since.get().isAfter(now.minus(LEAST))) {
      return OptionalDouble.empty();
    }
    Instant from = since.get().isAfter(now.minus(WINDOW)) ? since.get() : now.minus(WINDOW);
    double days = (double) Duration.between(from, now).toMinutes() / DAY.toMinutes();
    return OptionalDouble.of(tally.get().get().printed(kind.uses(), from, now) / days);
  }
}
