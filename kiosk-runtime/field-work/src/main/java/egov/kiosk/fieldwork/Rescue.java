package egov.kiosk.fieldwork;

import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.field.FieldStore;
import egov.kiosk.domain.field.Piece;
import egov.kiosk.domain.field.RescuedDraft;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.Enclosed;
import egov.kiosk.domain.transaction.Enclosure;
import egov.kiosk.domain.transaction.FormData;
import egov.kiosk.domain.transaction.FormRejectedException;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes of each draft that is still on a tablet when it is wiped a message that only the platform
 * can open (抢救草稿). Its content and its pieces are encrypted under a key that is drawn here and is
 * in the sealed message alone, so that nothing that stays behind opens them. The message has the
 * draft's identity: however often this is cut off, and if the draft had just been handed in, one
 * message of it reaches the platform.
 */
final class Rescue {
  /** In front of the names of what goes beside a rescued draft. */
  static final String SEALED = "sealed-";

  /** The name of the draft's own content. */
  static final String CONTENT = SEALED + "draft";

  private static final Logger LOG = LoggerFactory.getLogger(Rescue.class);

  private final FieldStore store;
  private final Books books;
  private final Shelf<RescuedDraft> rescued;
  private final Ports ports;
  private final FieldNumbers numbers;
  private final String grid;
  private final InstantSource clock;

  /** Kinds of problems that were said: each is said once, however often a wipe is gone on with. */
  private final Set<String> told = new HashSet<>();

  /**
   * @param store everything, open while it is being wiped too
   */
  Rescue(FieldStore store, Ports ports, String grid, InstantSource clock) {
    this.store = store;
    this.ports = ports;
    this.grid = grid;
    this.clock = clock;
    books = new Books(store);
    rescued = shelf(store);
    numbers = new FieldNumbers(store, clock);
  }

  static Shelf<RescuedDraft> shelf(FieldStore store) {
    return new Shelf<>(
        store,
        FieldStore.Shelf.RESCUED,
        one -> one.envelope().id().value(),
        RescueText::write,
        RescueText::read);
  }

  /**
   * Seals every draft. What was altered cannot be read by anybody and is given up.
   *
   * @return whether nothing is left that would have to be sealed
   * @throws FieldException when the disk refuses
   */
  boolean sealAll() throws FieldException {
    int lost = books.drafts().damaged();
    if (lost > 0 && told.add("drafts " + lost)) {
      LOG.error("field work: {} drafts were altered and cannot be rescued", lost);
    }
    for (Draft draft : books.drafts().all()) {
      if (!sealed(draft) && !seal(draft)) {
        return false;
      }
    }
    told.clear();
    return true;
  }

  /** One whose record was altered is not: while its draft is here it is sealed anew. */
  private boolean sealed(Draft draft) throws FieldException {
    String id = draft.id().value();
    try {
      return rescued.find(id).isPresent();
    } catch (FieldException e) {
      if (e.reason() != Reason.DAMAGED) {
        throw e;
      }
      LOG.error("field work: a sealed draft was altered and is sealed anew");
      rescued.remove(id);
      return false;
    }
  }

  private boolean seal(Draft draft) throws FieldException {
    Optional<EnvelopeSealer> sealer = ports.sealer().get();
    Optional<Outbox> outbox = ports.outbox().get();
    if (sealer.isEmpty() || outbox.isEmpty()) {
      return false;
    }
    try {
      if (outbox.get().find(draft.id().value()).isEmpty()) {
        rescued.put(message(draft, sealer.get()));
      }
      return true;
    } catch (SealException | OutboxException e) {
      if (told.add(e.getClass().getName())) {
        LOG.warn("field work: a draft cannot be sealed yet and waits: {}", e.getMessage());
      }
      return false;
    } catch (FormRejectedException e) {
      throw new FieldException(Reason.DAMAGED, "field work: a draft fits no message", e);
    }
  }

  private RescuedDraft message(Draft whole, EnvelopeSealer sealer)
      throws FieldException, SealException, FormRejectedException {
    Sealing sealing = new Sealing();
    try {
      return message(Composer.agreed(whole), sealer, sealing);
    } catch (SealException | FormRejectedException e) {
      sealing.drop();
      throw e;
    }
  }

  private RescuedDraft message(Draft draft, EnvelopeSealer sealer, Sealing sealing)
      throws FieldException, SealException, FormRejectedException {
    sealing.add(CONTENT, RescueText.json(draft));
    for (Piece piece : draft.pieces()) {
      Optional<byte[]> content = content(piece);
      if (content.isPresent()) {
        sealing.add(SEALED + piece.enclosure().name(), content.get());
      }
    }
    ServiceItem item = Forms.rescued();
    LocalNumber number =
        draft.handedIn().isPresent() ? draft.handedIn().get().number() : numbers.next();
    Transaction transaction =
        new Transaction(
            draft.id(),
            sealer.kioskId(),
            number,
            clock.instant(),
            item,
            Optional.empty(),
            List.of(),
            FormData.of(item.questions(), about(draft, sealing.key), Optional.empty()),
            new Enclosed(sealing.enclosures, List.of(), Optional.empty()));
    return new RescuedDraft(sealer.seal(transaction), sealing.parts);
  }

  /** By what the platform finds it, and the key of the rest. */
  private Map<String, String> about(Draft draft, String key) {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("worker", draft.badge().value());
    about.put("kind", draft.kind().name());
    about.put("grid", grid);
    about.put("begunAt", draft.begunAt().toString());
    about.put("key", key);
    draft.task().ifPresent(task -> about.put("taskId", task.value()));
    draft.household().ifPresent(house -> about.put("houseId", house.value()));
    draft.itemCode().ifPresent(item -> about.put("item", item));
    draft.handedIn().ifPresent(handed -> about.put("handedInAt", handed.at().toString()));
    return about;
  }

  private Optional<byte[]> content(Piece piece) throws FieldException {
    try {
      return books.piece(piece.id());
    } catch (FieldException e) {
      if (e.reason() != Reason.DAMAGED) {
        throw e;
      }
      if (told.add("piece " + piece.id())) {
        LOG.error("field work: a piece of a draft was altered and cannot be rescued");
      }
      return Optional.empty();
    }
  }

  /** What goes beside one message, each on the disk before the message names it. */
  private final class Sealing {
    private final String key = ports.cipher().newKey();
    private final List<Enclosure> enclosures = new ArrayList<>();
    private final List<RescuedDraft.Part> parts = new ArrayList<>();

    void add(String name, byte[] content) throws FieldException {
      Instant now = clock.instant();
      TransactionId id = TransactionId.create(now);
      byte[] sealed = ports.cipher().seal(key, id, parts.size(), content);
      store.put(FieldStore.Shelf.RESCUEDPIECE, id.value(), sealed);
      String sm3 = HexFormat.of().formatHex(ports.digest().of(sealed));
      enclosures.add(new Enclosure(name, "application/octet-stream", sealed.length, sm3));
      parts.add(new RescuedDraft.Part(id, name));
    }

    /** Takes them away again: there will be no message that names them. */
    void drop() throws FieldException {
      for (RescuedDraft.Part part : parts) {
        store.remove(FieldStore.Shelf.RESCUEDPIECE, part.id().value());
      }
    }
  }
}
