package egov.kiosk.agent.statement;

import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.fleet.Reconciliation;
import egov.kiosk.domain.fleet.StatementSealer;
import egov.kiosk.domain.outbox.Ledger;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.Reckoning;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the books of each day once it is over (日终对账), by the platform's clock, and puts them into
 * the queue. Days that were missed are closed later, up to {@value #MOST_DAYS} of them.
 *
 * <p>Which day it is: the platform's receipts say, whatever this kiosk's clock shows. Only when no
 * receipt came for a whole day of running, this kiosk's clock is believed, unless it shows a time
 * before the program was written. A day whose books are in the queue is never closed again, even if
 * the memory of it is lost: the id of the statement follows from kiosk and day. A kiosk that
 * remembers no closed day, as on its first, closes only days with business.
 *
 * <p>For one thread; {@link #platformTime} for any.
 */
public final class DailyBooks {
  /** How many days are closed at once at most. */
  static final int MOST_DAYS = 31;

  private static final Logger LOG = LoggerFactory.getLogger(DailyBooks.class);
  private static final Instant WRITTEN = Instant.parse("2026-11-01T00:00:00Z");
  private static final long PATIENCE = Duration.ofDays(1).toNanos();
  private static final int SPREAD_SECONDS = 3600;
  private static final int LATE_RECEIPTS_SECONDS = 600;
  private static final int LOOK_BACK = 7;

  private final Ledger ledger;
  private final Offer offer;
  private final ClosedDay closed;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final PlatformTime platformTime;
  private final long startedAt;

  /**
   * Closes nothing until {@link #work}.
   *
   * @param directory where the last closed day is remembered; made when missing; empty for nowhere
   * @param clock this kiosk's clock
   * @param nanos what waiting is measured by; never set back
   */
  public DailyBooks(
      Ledger ledger,
      Outbox outbox,
      StatementSealer sealer,
      Optional<Path> directory,
      InstantSource clock,
      LongSupplier nanos) {
    this.ledger = ledger;
    this.clock = clock;
    this.nanos = nanos;
    offer = new Offer(sealer, outbox);
    closed = new ClosedDay(directory);
    platformTime = new PlatformTime(nanos);
    startedAt = nanos.getAsLong();
  }

  /** What has to hear of receipts. */
  public PlatformTime platformTime() {
    return platformTime;
  }

  /**
   * Closes what is to be closed now; to be called once a minute or so.
   *
   * @return how many days were closed
   * @throws IOException when the last closed day cannot be read or remembered
   * @throws SealException when the books cannot be sealed
   * @throws OutboxException when they cannot be drawn up or queued
   */
  public int work() throws IOException, SealException, OutboxException {
    Optional<LocalDate> over = lastDayOver();
    if (over.isEmpty()) {
      return 0;
    }
    LocalDate until = over.get();
    // A day closed in the future is the work of a wrong clock, and says nothing.
    Optional<LocalDate> last = closed.read().filter(day -> !day.isAfter(until));
    LocalDate earliest = until.minusDays(MOST_DAYS - 1L);
    LocalDate from = last.map(day -> day.plusDays(1)).orElse(until.minusDays(LOOK_BACK - 1L));
    int count = 0;
    for (LocalDate day = from.isBefore(earliest) ? earliest : from;
        !day.isAfter(until);
        day = day.plusDays(1)) {
      count += close(day, last.isPresent()) ? 1 : 0;
      closed.write(day);
    }
    return count;
  }

  private Optional<LocalDate> lastDayOver() {
    Optional<Instant> now = platformTime.now();
    if (now.isEmpty() && nanos.getAsLong() - startedAt >= PATIENCE) {
      now = Optional.of(clock.instant()).filter(instant -> !instant.isBefore(WRITTEN));
    }
    return now.map(
        instant ->
            instant.minusSeconds(spread()).atZone(ZoneOffset.UTC).toLocalDate().minusDays(1));
  }

  /** Kiosks of a province close their books within an hour, not within a second. */
  private int spread() {
    return LATE_RECEIPTS_SECONDS + Math.floorMod(offer.kioskId().hashCode(), SPREAD_SECONDS);
  }

  private boolean close(LocalDate day, boolean evenIfEmpty) throws SealException, OutboxException {
    Reckoning books = ledger.reckon(day);
    if (books.settledThatDay() == 0 && !evenIfEmpty) {
      return false;
    }
    Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    String kiosk = offer.kioskId();
    Reconciliation statement =
        new Reconciliation(
            StatementIds.of(end, "reconciliation " + kiosk + ' ' + day),
            kiosk,
            clock.instant(),
            books);
    boolean news = offer.make(statement);
    LOG.info("agent: the books of {} {}", day, news ? "are closed" : "were closed before");
    return news;
  }
}
