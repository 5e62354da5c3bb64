package egov.kiosk.fieldwork;

import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.field.FieldStore;
import egov.kiosk.domain.field.RescuedDraft;
import egov.kiosk.domain.fleet.AttachmentException;
import egov.kiosk.domain.fleet.Attachments;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands rescued drafts to the queue as soon as it takes them, and forgets them then. Each step does
 * the same however often it is done.
 */
final class RescuePost {
  private static final Logger LOG = LoggerFactory.getLogger(RescuePost.class);

  private final FieldStore store;
  private final Shelf<RescuedDraft> rescued;
  private final Ports ports;
  private final Set<String> told = new HashSet<>();

  RescuePost(FieldStore store, Ports ports) {
    this.store = store;
    this.ports = ports;
    rescued = Rescue.shelf(store);
  }

  /** How many wait for the queue. */
  int waiting() throws FieldException {
    return store.ids(FieldStore.Shelf.RESCUED).size();
  }

  /**
   * Hands over what can go.
   *
   * @throws FieldException {@code NOT_QUEUED} when it is to be tried again later
   */
  void handOver() throws FieldException {
    Optional<Outbox> outbox = ports.outbox().get();
    Optional<Attachments> attachments = ports.attachments().get();
    for (RescuedDraft one : rescued.all()) {
      if (outbox.isEmpty() || attachments.isEmpty()) {
        throw later("the queue is not there yet", null);
      }
      try {
        post(one, outbox.get(), attachments.get());
      } catch (OutboxException | AttachmentException e) {
        throw later(e.getMessage(), e);
      }
      rescued.remove(one.envelope().id().value());
      LOG.info("field work: queued rescued draft {}", one.envelope().id());
    }
    sweep();
  }

  private void post(RescuedDraft one, Outbox outbox, Attachments attachments)
      throws FieldException, OutboxException, AttachmentException {
    if (outbox.find(one.envelope().id().value()).isPresent()) {
      return;
    }
    for (RescuedDraft.Part part : one.pieces()) {
      Optional<byte[]> content = content(part);
      if (content.isPresent()) {
        attachments.attach(
            part.id(),
            one.envelope().id(),
            part.name(),
            "application/octet-stream",
            new ByteArrayInputStream(content.get()));
      }
    }
    outbox.append(one.envelope());
  }

  /** Empty when it was altered or is gone: the rest of its draft goes without it. */
  private Optional<byte[]> content(RescuedDraft.Part part) throws FieldException {
    Optional<byte[]> content = Optional.empty();
    try {
      content = store.get(FieldStore.Shelf.RESCUEDPIECE, part.id().value());
    } catch (FieldException e) {
      if (e.reason() != Reason.DAMAGED) {
        throw e;
      }
    }
    if (content.isEmpty() && told.add(part.id().value())) {
      LOG.error("field work: a piece of a rescued draft was altered and goes not with it");
    }
    return content;
  }

  /**
   * Takes away pieces no message names. Not to be called while one is being sealed, whose message
   * is not there yet.
   */
  void sweep() throws FieldException {
    if (rescued.damaged() > 0) {
      return;
    }
    Set<String> named = new HashSet<>();
    for (RescuedDraft one : rescued.all()) {
      one.pieces().forEach(part -> named.add(part.id().value()));
    }
    for (String id : store.ids(FieldStore.Shelf.RESCUEDPIECE)) {
      if (!named.contains(id)) {
        store.remove(FieldStore.Shelf.RESCUEDPIECE, id);
      }
    }
  }

  private static FieldException later(String why, Exception cause) {
    return new FieldException(
        Reason.NOT_QUEUED, "field work: rescued drafts wait for the queue: " + why, cause);
  }
}
