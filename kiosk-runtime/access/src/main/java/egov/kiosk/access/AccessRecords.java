package egov.kiosk.access;

import egov.kiosk.access.book.BookException;
import egov.kiosk.access.book.BookFault;
import egov.kiosk.access.book.Member;
import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.AccessException.Reason;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.Presence;
import egov.kiosk.domain.access.StaffRole;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditSubject;
import egov.kiosk.domain.audit.AuditUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What this room tells the audit log. A badge that nobody has is never named: what was typed there
 * may be a PIN. Of attempts that are refused unseen there is one record a minute, so that hammering
 * does not fill the log. For one thread at a time.
 */
final class AccessRecords {
  private static final AuditSubject BOOK = AuditSubject.part(new AuditCode("staff-book"));
  private static final AuditActor NOBODY = AuditActor.staff("");
  private static final long PAUSE = Duration.ofMinutes(1).toNanos();

  /** How somebody was let in. */
  enum How {
    PIN,
    CARD,
    PIN_AND_CARD,
    START_SECRET,
    ONE_DEED
  }

  /** Why somebody was not. */
  enum Why {
    UNKNOWN_BADGE,
    WRONG_PIN,
    WRONG_CARD,
    CARD_MISSING,
    LOCKED_OUT,
    LOCKED_UNSEEN,
    OFFLINE_TOO_LONG,
    ROLE_TOO_LOW,
    PIN_TO_BE_CHANGED
  }

  /** Why a sign-in is over. */
  enum Ended {
    SIGNED_OUT,
    TIME_OVER,
    CHANGED,
    DOOR_CLOSED,
    ORDERED,
    STOPPING
  }

  /** What was changed in the book. */
  enum Changed {
    FOUNDED,
    UNMARKED,
    LISTED,
    ADDED,
    PIN_CHANGED,
    PIN_RESET,
    UNLOCKED,
    REMOVED,
    CARD_ADDED,
    CARD_REMOVED
  }

  /** A change. */
  interface Deed<T> {
    T done() throws AccessException, BookException;
  }

  private final Supplier<AuditLog> log;
  private final Consumer<StaffRole> lockedOut;
  private final LongSupplier nanos;
  private long unseenRecorded;
  private long unseen;

  AccessRecords(Supplier<AuditLog> log, Consumer<StaffRole> lockedOut, LongSupplier nanos) {
    this.log = log;
    this.lockedOut = lockedOut;
    this.nanos = nanos;
    unseenRecorded = nanos.getAsLong() - PAUSE;
  }

  void letIn(Member member, How how) {
    log.get()
        .record(
            AuditEvent.of(
                    actor(member.badge(), member.role()), AuditAction.SIGN_IN, AuditResult.DONE)
                .with(AuditAttribute.REASON, how));
  }

  void refused(Optional<Member> claimed, Why why, int wrong) {
    log.get().record(refusal(claimed, why).with(AuditAttribute.COUNT, wrong));
  }

  void lockedOut(Optional<Member> claimed, Duration lasting) {
    log.get()
        .record(refusal(claimed, Why.LOCKED_OUT).with(AuditAttribute.SECONDS, lasting.toSeconds()));
  }

  /** Somebody's own PIN was guessed at until it was locked; said again at each further guess. */
  void guessedOut(Member member) {
    lockedOut.accept(member.role());
  }

  void unseen(Optional<Member> claimed) {
    unseen++;
    long now = nanos.getAsLong();
    if (now - unseenRecorded >= PAUSE) {
      log.get().record(refusal(claimed, Why.LOCKED_UNSEEN).with(AuditAttribute.COUNT, unseen));
      unseenRecorded = now;
      unseen = 0;
    }
  }

  void over(Sessions.Session session, Ended why) {
    log.get()
        .record(
            AuditEvent.of(
                    actor(session.badge(), session.role()), AuditAction.SIGN_OUT, AuditResult.DONE)
                .with(AuditAttribute.REASON, why));
  }

  /** Something the room did by itself. */
  void own(Changed what, int count) {
    log.get()
        .record(
            AuditEvent.of(AuditActor.SYSTEM, AuditAction.KEY_CHANGED, AuditResult.DONE)
                .about(BOOK)
                .with(AuditAttribute.REASON, what)
                .with(AuditAttribute.COUNT, count));
  }

  /** The book was found unusable at a start. */
  void bookRefused(BookFault fault) {
    log.get()
        .record(
            AuditEvent.of(AuditActor.SYSTEM, AuditAction.KEY_CHANGED, AuditResult.FAILED)
                .about(BOOK)
                .with(AuditAttribute.REASON, fault));
  }

  /** Makes a change between two records; without the first it is not made. */
  <T> T change(Presence who, Changed what, Badge about, Deed<T> deed)
      throws AccessException, BookException {
    try {
      log.get().require(changed(who, what, about, AuditResult.BEGUN));
    } catch (AuditUnavailableException e) {
      throw AccessException.of(Reason.NOT_RECORDED);
    }
    AuditResult result = AuditResult.FAILED;
    try {
      T done = deed.done();
      result = AuditResult.DONE;
      return done;
    } catch (AccessException e) {
      result = AuditResult.REFUSED;
      throw e;
    } finally {
      log.get().record(changed(who, what, about, result));
    }
  }

  /** Somebody signed in wanted what their role may not do. */
  void roleTooLow(Presence who) {
    log.get()
        .record(
            AuditEvent.of(
                    actor(who.badge(), who.role()),
                    AuditAction.REQUEST_REFUSED,
                    AuditResult.REFUSED)
                .with(AuditAttribute.REASON, Why.ROLE_TOO_LOW));
  }

  private static AuditEvent changed(Presence who, Changed what, Badge about, AuditResult result) {
    return AuditEvent.of(actor(who.badge(), who.role()), AuditAction.KEY_CHANGED, result)
        .about(AuditSubject.badge(about.code()))
        .with(AuditAttribute.REASON, what);
  }

  private static AuditEvent refusal(Optional<Member> claimed, Why why) {
    AuditEvent event =
        AuditEvent.of(
            claimed.map(member -> actor(member.badge(), member.role())).orElse(NOBODY),
            AuditAction.SIGN_IN,
            AuditResult.REFUSED);
    return event.with(AuditAttribute.REASON, why);
  }

  private static AuditActor actor(Badge badge, StaffRole role) {
    return role.covers(StaffRole.TECHNICIAN)
        ? AuditActor.technician(badge.value())
        : AuditActor.staff(badge.value());
  }
}
