package egov.kiosk.fieldwork;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditSubject;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.field.Piece;
import egov.kiosk.domain.field.SentNote;
import egov.kiosk.domain.fleet.AttachmentException;
import egov.kiosk.domain.fleet.Attachments;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.FormRejectedException;
import java.io.ByteArrayInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a draft that is handed in to the queue, step by step; each step leaves the same behind
 * however often it is done, so that whoever stopped anywhere begins again at the first:
 *
 * <ol>
 *   <li>every piece becomes an attachment of an identity drawn when it was taken;
 *   <li>the transaction is queued under the draft's identity, unless the queue knows it;
 *   <li>what it means for households, tasks and events is written down;
 *   <li>a note of it is kept, and the draft is taken away.
 * </ol>
 */
final class HandIn {
  private static final Logger LOG = LoggerFactory.getLogger(HandIn.class);

  private final Books books;
  private final Ports ports;
  private final Composer composer;
  private final Consequences consequences;

  HandIn(Books books, Ports ports, Composer composer, Consequences consequences) {
    this.books = books;
    this.ports = ports;
    this.composer = composer;
    this.consequences = consequences;
  }

  /**
   * Carries a draft through all steps.
   *
   * @param draft handed in, and on the disk as such
   * @throws FieldException {@code NOT_QUEUED} when it is to be tried again later
   */
  void carry(Draft draft) throws FieldException {
    try {
      Outbox outbox = ports.outbox().get().orElseThrow(() -> later("the queue"));
      if (outbox.find(draft.id().value()).isEmpty()) {
        attach(draft);
        queue(draft, outbox);
      }
    } catch (AttachmentException | SealException | OutboxException e) {
      throw new FieldException(
          Reason.NOT_QUEUED, "field work: kept and tried again: " + e.getMessage(), e);
    } catch (FormRejectedException e) {
      throw new FieldException(
          Reason.NOT_QUEUED, "field work: a draft that was handed in has no transaction", e);
    }
    consequences.of(draft);
    books.sent().put(note(draft));
    books.remove(draft);
  }

  private void attach(Draft draft) throws FieldException, AttachmentException {
    if (draft.pieces().isEmpty()) {
      return;
    }
    Attachments attachments = ports.attachments().get().orElseThrow(() -> later("attachments"));
    for (Piece piece : draft.pieces()) {
      byte[] content =
          books
              .piece(piece.id())
              .orElseThrow(
                  () -> new FieldException(Reason.DAMAGED, "field work: a photo is missing"));
      attachments.attach(
          piece.id(),
          draft.id(),
          piece.enclosure().name(),
          piece.enclosure().mediaType(),
          new ByteArrayInputStream(content));
    }
  }

  private void queue(Draft draft, Outbox outbox)
      throws FieldException, SealException, OutboxException, FormRejectedException {
    EnvelopeSealer sealer = ports.sealer().get().orElseThrow(() -> later("the kiosk's keys"));
    try {
      outbox.append(sealer.seal(composer.transaction(draft, sealer.kioskId())));
    } catch (OutboxException e) {
      // An identity only this draft has: it got there when an earlier try was cut off.
      if (e.reason() != OutboxException.Reason.CONFLICT) {
        throw e;
      }
    }
    LOG.info("field work: queued {} of kind {}", draft.id(), draft.kind());
    ports
        .audit()
        .get()
        .record(
            AuditEvent.of(
                    AuditActor.staff(draft.badge().value()),
                    AuditAction.TRANSACTION_ACCEPTED,
                    AuditResult.DONE)
                .about(AuditSubject.message(draft.id()))
                .with(AuditAttribute.ITEM, AuditCode.orOther(Forms.code(draft.kind()))));
  }

  private SentNote note(Draft draft) throws FieldException {
    return new SentNote(
        draft.id(),
        draft.kind(),
        draft.badge(),
        consequences.title(draft),
        draft.handedIn().orElseThrow().number(),
        draft.handedIn().orElseThrow().at(),
        draft.pieces().stream().map(Piece::id).toList());
  }

  private static FieldException later(String what) {
    return new FieldException(Reason.NOT_QUEUED, "field work: " + what + " cannot be used yet");
  }
}
