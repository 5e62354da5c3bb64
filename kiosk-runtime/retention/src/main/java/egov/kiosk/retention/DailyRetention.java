package egov.kiosk.retention;

import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.outbox.SettlementListener;
import egov.kiosk.domain.retention.Due;
import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.RetentionDesk;
import egov.kiosk.domain.retention.RetentionRefusedException;
import egov.kiosk.domain.retention.RetentionRefusedException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Destroys once a day what is over its time: at a set hour, as soon as nobody is being served; a
 * run that was missed because the machine was off, or broken off, is made up. Safe for use by
 * several threads; {@link #beat} is for one.
 */
public final class DailyRetention implements RetentionDesk, SettlementListener {
  private static final Duration NOTE = Duration.ofMinutes(10);

  private final ReentrantLock running = new ReentrantLock();
  private final Surroundings around;
  private final RunBook book;
  private final KnownTime time;
  private volatile RetentionSettings settings;
  private volatile String problem = "";
  private volatile Optional<Instant> ran;
  private Due released = Due.NOTHING;

  /**
   * Opens the book of runs.
   *
   * @param nanos what passing time is measured by; never set back
   * @throws IOException when its directory cannot be used
   */
  public DailyRetention(RetentionSettings settings, Surroundings around, LongSupplier nanos)
      throws IOException {
    this.settings = settings;
    this.around = around;
    book = new RunBook(settings.directory());
    ran = book.ran();
    time = new KnownTime(book.reached(), nanos);
  }

  /** Takes other settings while it works; another directory takes a start. */
  public void settings(RetentionSettings changed) {
    settings = changed;
  }

  @Override
  public synchronized void settled(PlatformReceipt receipt) {
    time.heard(receipt.issuedAt());
    if (receipt.outcome() == PlatformReceipt.Outcome.ACCEPTED) {
      released = released.and(Due.one(receipt.issuedAt()));
    }
  }

  private synchronized Due takeReleased() {
    Due taken = released;
    released = Due.NOTHING;
    return taken;
  }

  private synchronized void putBack(Due taken) {
    released = released.and(taken);
  }

  /** Runs when it is due; to be called about once a minute. */
  public void beat() {
    Optional<Instant> now = time.now();
    if (now.isEmpty()) {
      return;
    }
    try {
      note(now.get());
      boolean due = ran.map(last -> last.isBefore(settings.dueBefore(now.get()))).orElse(true);
      if (due && !around.serving()) {
        List<Outcome> outcomes = run(AuditActor.SYSTEM);
        problem =
            outcomes.stream()
                .filter(one -> !one.problem().isEmpty())
                .map(one -> one.holding().rule() + ": " + one.problem())
                .findFirst()
                .orElse("");
      }
    } catch (RetentionRefusedException e) {
      // It goes on when nobody is there any more.
    } catch (AuditUnavailableException e) {
      problem = "destruction cannot be recorded";
    } catch (IOException e) {
      problem = "the book of runs cannot be written";
    }
  }

  private void note(Instant now) throws IOException {
    if (running.tryLock()) {
      try {
        if (book.reached().map(at -> now.isAfter(at.plus(NOTE))).orElse(true)) {
          book.reached(now);
        }
      } finally {
        running.unlock();
      }
    }
  }

  @Override
  public int days(Holding holding) {
    return settings.days(holding);
  }

  @Override
  public List<Outcome> look() throws RetentionRefusedException {
    try {
      return new Destruction(around, settings, known()).look();
    } catch (AuditUnavailableException e) {
      throw new IllegalStateException("looking records nothing", e);
    }
  }

  private Instant known() throws RetentionRefusedException {
    return time.now().orElseThrow(() -> new RetentionRefusedException(Reason.TIME_UNKNOWN));
  }

  @Override
  public List<Outcome> run(AuditActor actor)
      throws RetentionRefusedException, AuditUnavailableException {
    Instant now = known();
    if (!running.tryLock()) {
      throw new RetentionRefusedException(Reason.RUNNING);
    }
    try {
      recordReleased();
      List<Outcome> outcomes = new Destruction(around, settings, now).run(actor);
      book.ran(now);
      ran = Optional.of(now);
      return outcomes;
    } catch (IOException e) {
      problem = "the book of runs cannot be written";
      return List.of();
    } finally {
      running.unlock();
    }
  }

  /** What the queue destroyed by itself when the platform's receipts came, since the last run. */
  private void recordReleased() throws AuditUnavailableException {
    Due taken = takeReleased();
    if (taken.count() == 0) {
      return;
    }
    try {
      around
          .audit()
          .require(
              DestructionRecord.of(
                  AuditActor.SYSTEM, AuditResult.DONE, Holding.QUEUE_CONTENT, taken));
    } catch (AuditUnavailableException e) {
      putBack(taken);
      throw e;
    }
  }

  /** What is wrong; empty when nothing is. */
  String problem() {
    return problem;
  }

  /** When the last run was complete, by the platform's time. */
  Optional<Instant> ran() {
    return ran;
  }

  /** The time by which it works. */
  Optional<Instant> now() {
    return time.now();
  }
}
