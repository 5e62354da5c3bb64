package egov.kiosk.flow.step;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditSubject;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.inquiry.Redemption;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.flow.desk.SessionView.SlipState;
import egov.kiosk.flow.session.Session;
import java.util.Locale;

/** What the desk tells the audit log: the session's transaction id, and never who it was. */
final class Records {
  private Records() {}

  static AuditEvent accepted(Session session, AuditResult result) {
    return about(session, AuditAction.TRANSACTION_ACCEPTED, result)
        .with(AuditAttribute.ITEM, AuditCode.orOther(session.item().code()))
        .with(AuditAttribute.ENTRY, entry(session));
  }

  /** Which kind of thing the citizen showed; never whose. */
  private static AuditCode entry(Session session) {
    return AuditCode.orOther(
        session.dossier().shown().map(shown -> word(shown.kind())).orElse("none"));
  }

  private static String word(CredentialKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its platform was asked whose a code is. */
  static AuditEvent redeemed(Session session, AuditResult result) {
    return inquired(session, result)
        .with(AuditAttribute.ENTRY, AuditCode.orOther(word(CredentialKind.CODE)));
  }

  /** Its platform said that a code is nobody's. */
  static AuditEvent refusedCode(Session session, Redemption.Refusal why) {
    return redeemed(session, AuditResult.REFUSED).with(AuditAttribute.REASON, why);
  }

  static AuditEvent inquired(Session session, AuditResult result) {
    return about(session, AuditAction.INQUIRED, result)
        .with(AuditAttribute.ITEM, AuditCode.orOther(session.item().code()));
  }

  static AuditEvent face(Session session, FaceMatch match) {
    AuditResult result =
        switch (match.outcome()) {
          case PASS -> AuditResult.DONE;
          case REVIEW -> AuditResult.UNKNOWN;
          case FAIL -> AuditResult.REFUSED;
        };
    return about(session, AuditAction.IDENTITY_VERIFIED, result)
        .with(AuditAttribute.REASON, match.outcome())
        .with(AuditAttribute.BAND, match.band());
  }

  static AuditEvent noFace(Session session, Enum<?> reason) {
    return about(session, AuditAction.IDENTITY_VERIFIED, AuditResult.FAILED)
        .with(AuditAttribute.REASON, reason);
  }

  static AuditEvent staff(Session session, String badge, boolean accepted, int attemptsLeft) {
    AuditActor staff = accepted ? AuditActor.staff(badge) : AuditActor.staff("");
    return of(
            session,
            staff,
            AuditAction.STAFF_CHECK,
            accepted ? AuditResult.DONE : AuditResult.REFUSED)
        .with(AuditAttribute.COUNT, attemptsLeft);
  }

  static AuditEvent consent(Session session, ConsentPurpose purpose, boolean given) {
    return about(session, AuditAction.CONSENT, given ? AuditResult.DONE : AuditResult.REFUSED)
        .with(AuditAttribute.REASON, purpose);
  }

  static AuditEvent withdrawn(Session session, ConsentPurpose purpose) {
    return about(session, AuditAction.CONSENT_WITHDRAWN, AuditResult.DONE)
        .with(AuditAttribute.REASON, purpose);
  }

  static AuditEvent printed(TransactionId id, SlipState outcome) {
    AuditResult result =
        switch (outcome) {
          case PRINTED -> AuditResult.DONE;
          case UNKNOWN -> AuditResult.UNKNOWN;
          default -> AuditResult.FAILED;
        };
    return named(AuditEvent.of(AuditActor.CITIZEN, AuditAction.PRINTED, result), id);
  }

  private static AuditEvent about(Session session, AuditAction action, AuditResult result) {
    return of(session, AuditActor.CITIZEN, action, result);
  }

  private static AuditEvent of(
      Session session, AuditActor actor, AuditAction action, AuditResult result) {
    return named(AuditEvent.of(actor, action, result), session.acceptance().transactionId());
  }

  /** A session that was wiped meanwhile has no id any more. */
  private static AuditEvent named(AuditEvent event, TransactionId id) {
    return id == null ? event : event.about(AuditSubject.message(id));
  }
}
