package egov.kiosk.gateway.intake;

import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.fleet.Statement;
import egov.kiosk.gateway.attachment.AttachmentDesk;
import egov.kiosk.gateway.field.FieldReport;
import egov.kiosk.gateway.store.AcceptedStore;
import egov.kiosk.gateway.store.Candidate;
import egov.kiosk.gateway.store.Decision;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides about messages that came in, a batch at a time: what is good is taken once, whatever
 * crashes when. Safe for several threads.
 */
public final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final Inspection inspection;
  private final AcceptedStore store;
  private final AttachmentDesk attachments;
  private final Books books;
  private final InstantSource clock;

  public Intake(
      Inspection inspection, AcceptedStore store, AttachmentDesk attachments, InstantSource clock) {
    this.inspection = Objects.requireNonNull(inspection, "inspection");
    this.store = Objects.requireNonNull(store, "store");
    this.attachments = Objects.requireNonNull(attachments, "attachments");
    this.clock = Objects.requireNonNull(clock, "clock");
    books = new Books(store, clock);
  }

  /**
   * Checks, takes or refuses one message.
   *
   * @throws IOException when it could not be recorded; nothing was decided
   */
  public Verdict take(Incoming incoming) throws IOException {
    return record(List.of(check(incoming))).get(0);
  }

  /** The part that costs processor time and needs nobody. */
  Checked check(Incoming incoming) {
    return inspection.check(incoming);
  }

  /**
   * The part that needs the store.
   *
   * @return a verdict for each, in the same order
   * @throws IOException when they could not be recorded; trying again is safe
   */
  List<Verdict> record(List<Checked> batch) throws IOException {
    Verdict[] verdicts = new Verdict[batch.size()];
    List<Integer> places = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    for (int at = 0; at < verdicts.length; at++) {
      Checked checked = batch.get(at);
      Optional<Verdict> early = checked.refused();
      if (early.isEmpty()) {
        early = waits(checked);
      }
      if (early.isEmpty()) {
        early = elsewhere(checked);
      }
      if (early.isPresent()) {
        verdicts[at] = early.get();
      } else {
        places.add(at);
        candidates.add(checked.candidate().orElseThrow());
      }
    }
    List<Decision> decisions =
        store.accept(candidates, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    for (int i = 0; i < places.size(); i++) {
      int at = places.get(i);
      verdicts[at] = verdict(batch.get(at), candidates.get(i), decisions.get(i));
    }
    return List.of(verdicts);
  }

  /** A manifest is taken when its attachment is complete, and answered again at any time. */
  private Optional<Verdict> waits(Checked checked) throws IOException {
    Optional<Statement> statement = checked.statement();
    if (statement.isEmpty() || !(statement.get() instanceof AttachmentManifest manifest)) {
      return Optional.empty();
    }
    Candidate candidate = checked.candidate().orElseThrow();
    if (store.find(candidate.id()).isPresent()) {
      return Optional.empty();
    }
    return switch (attachments.manifest(manifest, candidate.envelope().clone())) {
      case COMPLETE -> Optional.empty();
      case LATER -> Optional.of(Verdict.later());
      case REFUSED -> Optional.of(refuse(candidate, "ATTACHMENT"));
    };
  }

  /**
   * Of a grid its kiosk does not work in. What was taken before stays taken, whatever the list says
   * now, and is answered again.
   */
  private Optional<Verdict> elsewhere(Checked checked) throws IOException {
    Candidate candidate = checked.candidate().orElseThrow();
    Optional<FieldReport> field = checked.field();
    boolean foreign = field.isPresent() && inspection.foreign(candidate.kioskId(), field.get());
    if (!foreign || store.find(candidate.id()).isPresent()) {
      return Optional.empty();
    }
    LOG.warn("{} speaks of a grid it does not work in: {}", candidate.kioskId(), candidate.id());
    return Optional.of(refuse(candidate, "OTHER_GRID"));
  }

  private Verdict verdict(Checked checked, Candidate candidate, Decision decision)
      throws IOException {
    if (decision.outcome() == Decision.Outcome.CONFLICT) {
      return refuse(candidate, "CONFLICT");
    }
    if (checked.statement().isPresent()) {
      books.examine(checked.statement().get());
    }
    if (!checked.enclosures().isEmpty()) {
      attachments.named(candidate.kioskId(), candidate.id(), checked.enclosures());
    }
    if (checked.field().filter(FieldReport::rescued).isPresent()) {
      books.rescued(candidate, checked.field().get());
    }
    if (checked.field().filter(FieldReport::newHousehold).isPresent()) {
      books.newHousehold(candidate, checked.field().get());
    }
    return decision.outcome() == Decision.Outcome.TAKEN
        ? Verdict.taken(decision.accepted())
        : Verdict.known(decision.accepted());
  }

  private Verdict refuse(Candidate candidate, String reason) {
    return inspection.refuse(candidate.kioskId(), candidate.id(), candidate.envelopeSm3(), reason);
  }
}
