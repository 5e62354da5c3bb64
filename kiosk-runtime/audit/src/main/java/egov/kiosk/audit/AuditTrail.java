package egov.kiosk.audit;

import egov.kiosk.audit.record.Draft;
import egov.kiosk.audit.store.AnchorFile;
import egov.kiosk.audit.store.Archive;
import egov.kiosk.audit.store.Journal;
import egov.kiosk.audit.store.LogSettings;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditSigner;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.fleet.FleetLine;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The audit log of a running kiosk. {@link #record} and {@link #require} are for any thread, {@link
 * #flush} for one, {@link #beat} for another.
 */
public final class AuditTrail implements AuditLog, Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long TIDY = Duration.ofMinutes(1).toNanos();
  private static final long AGAIN = Duration.ofSeconds(30).toNanos();

  private final LogSettings log;
  private final Journal journal;
  private final Checkpoints checkpoints;
  private final Handover handover;
  private final Archive archive;
  private final AnchorFile anchors;
  private final LongSupplier nanos;
  private final long openedAt;
  private volatile TrailSettings settings;
  private volatile Confirmed confirmed;
  private volatile String failure = "";
  private long signedAt;
  private long tidyAt;

  /** A time of the platform's, and when it came. */
  private record Confirmed(Instant time, long nanos) {}

  /** The rooms around, as they are at the moment of the call. */
  public record Around(
      Supplier<Optional<AuditSigner>> signer, Supplier<Optional<FleetLine>> line) {}

  private AuditTrail(
      LogSettings log,
      TrailSettings settings,
      Journal journal,
      AnchorFile anchors,
      Around around,
      InstantSource clock,
      LongSupplier nanos) {
    this.log = log;
    this.settings = settings;
    this.journal = journal;
    this.anchors = anchors;
    this.nanos = nanos;
    checkpoints = new Checkpoints(log.kioskId(), journal, anchors, around.signer(), clock);
    handover = new Handover(anchors, around.line(), nanos);
    archive = new Archive(log, journal, anchors);
    openedAt = nanos.getAsLong();
    signedAt = openedAt;
    tidyAt = openedAt;
  }

  /**
   * Opens the log.
   *
   * @throws IOException when its directory cannot be used, or another runtime has it open
   */
  public static AuditTrail open(
      LogSettings log,
      TrailSettings settings,
      Around around,
      InstantSource clock,
      LongSupplier nanos)
      throws IOException {
    AnchorFile anchors = AnchorFile.open(log.directory());
    Journal journal = Journal.open(log, anchors, clock, nanos);
    return new AuditTrail(log, settings, journal, anchors, around, clock, nanos);
  }

  /** Takes other settings while it works. */
  public void settings(TrailSettings changed) {
    settings = changed;
  }

  @Override
  public boolean accepting() {
    return journal
        .trouble()
        .filter(one -> one.reason() == AuditUnavailableException.Reason.FULL)
        .isEmpty();
  }

  @Override
  public void record(AuditEvent event) {
    if (!event.action().lasting()) {
      journal.add(Draft.of(event));
      return;
    }
    try {
      journal.commit(Draft.of(event), PATIENCE);
    } catch (AuditUnavailableException e) {
      // Counted, told by the health check, and said in the log as soon as it can be written again.
    }
  }

  /**
   * Records an event with the next ones, without waiting: for the start, which waits for nothing.
   */
  public void recordSoon(AuditEvent event) {
    journal.add(Draft.of(event));
  }

  @Override
  public void require(AuditEvent event) throws AuditUnavailableException {
    journal.commit(Draft.of(event), PATIENCE);
  }

  /** A time the platform signed; what is judged too old is judged by it. */
  public void platformTime(Instant signed) {
    Confirmed known = confirmed;
    if (known == null || known.time().isBefore(signed)) {
      confirmed = new Confirmed(signed, nanos.getAsLong());
    }
  }

  /** Writes what may wait; to be called a few times a second. */
  public void flush() {
    journal.flush();
  }

  /** Signs, hands over, packs and destroys what is due; to be called about once a second. */
  public void beat() {
    try {
      long now = nanos.getAsLong();
      boolean full = journal.full();
      boolean due =
          checkpoints.open() >= settings.records()
              || (checkpoints.open() > 0 && now - signedAt >= settings.every().toNanos());
      if (full || (due && mayTry(now))) {
        signedAt = now;
        checkpoints.sign();
      }
      if (full) {
        journal.roll();
      }
      handover.beat();
      if (now - tidyAt >= TIDY) {
        tidyAt = now;
        tidy();
      }
      failure = "";
    } catch (IOException e) {
      failure = String.valueOf(e.getMessage());
    }
  }

  private boolean mayTry(long now) {
    return checkpoints.problem().isEmpty() || now - signedAt >= AGAIN;
  }

  /** Packs and destroys what is due now. */
  void tidy() throws IOException {
    Confirmed known = confirmed;
    archive.tidy(
        Optional.ofNullable(known)
            .map(time -> time.time().plusNanos(nanos.getAsLong() - time.nanos())));
  }

  /** Signs where the log stands now; whether that is done. */
  public boolean checkpoint() {
    journal.flush();
    return checkpoints.sign();
  }

  /** The sequence of the newest record on the disk. */
  public long last() {
    return journal.end().sequence();
  }

  Journal journal() {
    return journal;
  }

  Checkpoints checkpoints() {
    return checkpoints;
  }

  AnchorFile anchors() {
    return anchors;
  }

  LogSettings log() {
    return log;
  }

  String failure() {
    return failure;
  }

  /** How long the log has been open. */
  Duration running() {
    return Duration.ofNanos(nanos.getAsLong() - openedAt);
  }

  /** Signs once more, if that can be done, and closes. */
  @Override
  public void close() throws IOException {
    checkpoint();
    journal.close();
  }
}
