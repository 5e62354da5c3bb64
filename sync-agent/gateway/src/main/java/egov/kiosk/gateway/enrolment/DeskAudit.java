package egov.kiosk.gateway.enrolment;

import egov.kiosk.audit.AuditTrail;
import egov.kiosk.audit.TrailSettings;
import egov.kiosk.audit.store.LogSettings;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditSubject;
import egov.kiosk.domain.enrolment.EnrolmentRefusal;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk's own log of who did what, in the same chain kiosks keep. Each process has a directory
 * of its own. Kiosks stand in it by the digest of their id, operators by account. Safe for several
 * threads.
 */
final class DeskAudit implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(DeskAudit.class);
  private static final long SEGMENT = 8L << 20;
  private static final long BUDGET = 1L << 40;
  private static final Duration LONG = Duration.ofDays(3660);

  private static final int MOST_STRANGERS = 20;
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final AuditLog log;
  private final Closeable closing;
  private final LongSupplier nanos;
  private long minute;
  private long strangers;

  private DeskAudit(AuditLog log, Closeable closing, LongSupplier nanos) {
    this.nanos = nanos;
    this.log = log;
    this.closing = closing;
  }

  /** One that writes into an open log. */
  static DeskAudit into(AuditLog log) {
    return new DeskAudit(log, () -> {}, System::nanoTime);
  }

  /** Opens the log of this process. */
  static DeskAudit open(Path directory) throws IOException {
    AuditTrail trail =
        AuditTrail.open(
            new LogSettings(directory, "platform", "desk", SEGMENT, BUDGET, LONG, Instant.EPOCH),
            new TrailSettings(1, LONG),
            new AuditTrail.Around(Optional::empty, Optional::empty),
            InstantSource.system(),
            System::nanoTime);
    return new DeskAudit(trail, trail, System::nanoTime);
  }

  /**
   * Records one step.
   *
   * @param operator whose doing it was, or empty when a machine asked
   * @param reason one word
   */
  void record(
      AuditAction action, AuditResult result, String kioskId, String operator, String reason) {
    AuditActor actor = operator.isEmpty() ? AuditActor.SYSTEM : AuditActor.staff(operator);
    log.record(
        AuditEvent.of(actor, action, result)
            .about(AuditSubject.digest(new AuditCode("kiosk"), digest(kioskId)))
            .with(AuditAttribute.REASON, AuditCode.orOther(reason)));
    if (result == AuditResult.REFUSED) {
      LOG.warn("{} of {} is refused: {}", action.word(), shown(kioskId), reason);
    } else {
      LOG.info("{} of {}: {} ({})", action.word(), shown(kioskId), result.word(), reason);
    }
  }

  /**
   * Records a refusal of somebody who showed no code: the first {@value #MOST_STRANGERS} of a
   * minute one by one, the others by their number with the first of the next, so that no stranger
   * fills log or disk.
   */
  void stranger(String kioskId, EnrolmentRefusal why) {
    long unsaid;
    synchronized (this) {
      long now = nanos.getAsLong();
      if (now - minute >= MINUTE || strangers == 0) {
        minute = now;
        unsaid = Math.max(0, strangers - MOST_STRANGERS);
        strangers = 0;
      } else {
        unsaid = 0;
      }
      if (++strangers > MOST_STRANGERS) {
        return;
      }
    }
    if (unsaid > 0) {
      LOG.warn("{} more requests of strangers were refused in a minute before", unsaid);
      log.record(
          AuditEvent.of(AuditActor.SYSTEM, AuditAction.ENROLMENT, AuditResult.REFUSED)
              .with(AuditAttribute.REASON, AuditCode.orOther("strangers"))
              .with(AuditAttribute.COUNT, unsaid));
    }
    record(AuditAction.ENROLMENT, AuditResult.REFUSED, kioskId, "", why.name());
  }

  /** What a stranger sent is never repeated. */
  private static String shown(String kioskId) {
    return kioskId.matches("[0-9a-z-]{1,32}") ? kioskId : "an unknown machine";
  }

  private static String digest(String kioskId) {
    return HexFormat.of()
        .formatHex(Sm3.digest(kioskId.getBytes(StandardCharsets.UTF_8)))
        .substring(0, 32);
  }

  @Override
  public void close() throws IOException {
    closing.close();
  }
}
