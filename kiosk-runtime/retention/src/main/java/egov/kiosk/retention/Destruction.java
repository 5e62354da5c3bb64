package egov.kiosk.retention;

import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.retention.Due;
import egov.kiosk.domain.retention.RetainedStore;
import egov.kiosk.domain.retention.RetentionDesk.Outcome;
import egov.kiosk.domain.retention.RetentionRefusedException;
import egov.kiosk.domain.retention.RetentionRefusedException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One run over all stores. That it begins is on the disk before anything goes; how much went is
 * recorded after. Between two slices it looks whether a citizen has come, and then stops.
 */
final class Destruction {
  private static final int SLICE = 200;

  private final Surroundings around;
  private final RetentionSettings settings;
  private final Instant now;

  Destruction(Surroundings around, RetentionSettings settings, Instant now) {
    this.around = around;
    this.settings = settings;
    this.now = now;
  }

  private interface Step {
    Due on(RetainedStore store, Instant before)
        throws IOException, AuditUnavailableException, RetentionRefusedException;
  }

  /** What is over its time. */
  List<Outcome> look() throws AuditUnavailableException, RetentionRefusedException {
    return each(RetainedStore::due);
  }

  /** Destroys it. */
  List<Outcome> run(AuditActor actor) throws AuditUnavailableException, RetentionRefusedException {
    return each((store, before) -> destroy(actor, store, before));
  }

  private List<Outcome> each(Step step)
      throws AuditUnavailableException, RetentionRefusedException {
    List<Outcome> outcomes = new ArrayList<>();
    for (RetainedStore store :
        around.stores().stream().sorted(Comparator.comparing(RetainedStore::holding)).toList()) {
      int days = settings.days(store.holding());
      Due due = Due.NOTHING;
      String problem = "";
      try {
        due = step.on(store, now.minus(Duration.ofDays(days)));
      } catch (IOException e) {
        problem = String.valueOf(e.getMessage());
      }
      outcomes.add(new Outcome(store.holding(), days, due, problem));
    }
    return outcomes;
  }

  private Due destroy(AuditActor actor, RetainedStore store, Instant before)
      throws IOException, AuditUnavailableException, RetentionRefusedException {
    Due due = store.due(before);
    if (due.count() == 0) {
      return due;
    }
    requireNobody();
    around.audit().require(DestructionRecord.of(actor, AuditResult.BEGUN, store.holding(), due));
    Due gone = Due.NOTHING;
    AuditResult result = AuditResult.FAILED;
    try {
      for (Due slice = store.destroy(before, SLICE);
          slice.count() > 0;
          slice = store.destroy(before, SLICE)) {
        gone = gone.and(slice);
        requireNobody();
      }
      result = AuditResult.DONE;
      return gone;
    } catch (RetentionRefusedException e) {
      result = AuditResult.DONE;
      throw e;
    } finally {
      around.audit().record(DestructionRecord.of(actor, result, store.holding(), gone));
    }
  }

  private void requireNobody() throws RetentionRefusedException {
    if (around.serving()) {
      throw new RetentionRefusedException(Reason.SERVING);
    }
  }
}
