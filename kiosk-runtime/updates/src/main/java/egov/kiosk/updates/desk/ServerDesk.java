package egov.kiosk.updates.desk;

import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.ddi.Ddi;
import egov.kiosk.updates.ddi.Deployment;
import egov.kiosk.updates.ddi.Poll;
import egov.kiosk.updates.slot.Machine;
import egov.kiosk.updates.slot.Obedience;
import egov.kiosk.updates.slot.Places;
import egov.kiosk.updates.slot.Request;
import egov.kiosk.updates.slot.SlotState;
import egov.kiosk.updates.trust.Release;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's side of an update: what it wants, and what it is told. It is told of success only
 * after the new version was kept. What happens here is decided here; the server only learns of it.
 * For one thread.
 */
final class ServerDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ServerDesk.class);

  /** Refusals that another try may get over: the action stays open. */
  private static final Set<Refusal> PASSING =
      Set.of(Refusal.SERVER, Refusal.NO_SPACE, Refusal.BUSY, Refusal.EXPIRED, Refusal.CONTENT);

  private final Ddi ddi;
  private final Fetch fetch;
  private final Machine machine;
  private final Places places;
  private final Notes notes;
  private final Around around;
  private Map<String, String> described = Map.of();
  private Optional<UpdateRefusedException> refused = Optional.empty();

  ServerDesk(Ddi ddi, Places places, Machine machine, Notes notes, Around around) {
    this.ddi = ddi;
    this.places = places;
    this.machine = machine;
    this.notes = notes;
    this.around = around;
    fetch = new Fetch(places, machine, ddi);
  }

  /** Why the last update was not taken; empty when it was, or there was none. */
  Optional<UpdateRefusedException> refused() {
    return refused;
  }

  /**
   * Asks once, and does what there is to do.
   *
   * @return when to ask again, as the server said
   */
  Duration ask(SlotState state) throws IOException, UpdateRefusedException, InterruptedException {
    Poll poll = ddi.poll();
    notes.answered(machine.clock().get());
    describe(state, poll.describe());
    if (poll.cancel().isPresent()) {
      cancel(poll.cancel().get());
    } else if (poll.deployment().isPresent()) {
      Deployment deployment = ddi.deployment(poll.deployment().get());
      boolean known =
          notes
              .action()
              .filter(action -> action.id().equals(deployment.action()))
              .filter(action -> action.stage() != Notes.Stage.DONE)
              .isPresent();
      if (!known && state.trying().isEmpty()) {
        take(deployment, state);
      }
    }
    return poll.sleep();
  }

  private void describe(SlotState state, boolean asked)
      throws IOException, UpdateRefusedException, InterruptedException {
    Map<String, String> now = new TreeMap<>();
    now.put("slot", state.trying().orElse(state.good()).word());
    now.put("version", Long.toString(state.version(state.trying().orElse(state.good()))));
    now.put("trial", Boolean.toString(state.trying().isPresent()));
    now.put("bad", state.bad().toString());
    now.put("outcome", state.outcome());
    now.put("arch", machine.arch());
    now.put("hardware", machine.hardware());
    if (asked || !now.equals(described)) {
      ddi.describe(now);
      described = now;
    }
  }

  private void take(Deployment deployment, SlotState state)
      throws IOException, UpdateRefusedException, InterruptedException {
    try {
      Optional<Release> release = fetch.bring(deployment, state);
      refused = Optional.empty();
      if (release.isEmpty()) {
        close(deployment.action(), state.version(state.good()), true, "runs already");
      } else if (deployment.install()) {
        long version = release.get().version();
        notes.keep(new Notes.Action(deployment.action(), version, Notes.Stage.INSTALLING));
        Request.of(Request.Kind.INSTALL).leave(places.exchange());
        ddi.feedback(deployment.action(), "proceeding", "none", "downloaded " + version);
        LOG.info("updates: version {} is downloaded and will be installed", version);
      }
    } catch (UpdateRefusedException e) {
      refused = Optional.of(e);
      around.record(AuditResult.REFUSED, e.refusal().name(), 0);
      LOG.warn("updates: not taken: {}: {}", e.refusal(), e.getMessage());
      if (PASSING.contains(e.refusal())) {
        ddi.feedback(deployment.action(), "proceeding", "none", "waits: " + e.refusal());
        throw e;
      }
      close(deployment.action(), 0, false, e.refusal().name());
    }
  }

  private void cancel(String id) throws IOException, UpdateRefusedException, InterruptedException {
    Optional<Notes.Action> mine = notes.action().filter(action -> action.id().equals(id));
    boolean late = mine.filter(action -> action.stage() == Notes.Stage.TRIAL).isPresent();
    if (!late && mine.isPresent()) {
      notes.keep(new Notes.Action(id, mine.get().version(), Notes.Stage.DONE));
    }
    ddi.cancelled(id, !late);
  }

  /** Tells the server what became of its action, as soon as that is certain. */
  void report(SlotState state) throws IOException, UpdateRefusedException, InterruptedException {
    Optional<Notes.Action> action = notes.action();
    if (action.isEmpty() || Request.find(places.exchange()).isPresent()) {
      return;
    }
    Notes.Action mine = action.get();
    switch (mine.stage()) {
      case INSTALLING -> installed(mine, state);
      case TRIAL -> tried(mine, state);
      default -> {
        // Nothing to tell: it waits, or all was told.
      }
    }
  }

  private void installed(Notes.Action mine, SlotState state)
      throws IOException, UpdateRefusedException, InterruptedException {
    boolean staged =
        state.staged().map(slot -> state.version(slot) == mine.version()).orElse(false);
    if (staged) {
      notes.keep(new Notes.Action(mine.id(), mine.version(), Notes.Stage.WAITING));
      ddi.feedback(mine.id(), "proceeding", "none", "installed " + mine.version());
      return;
    }
    Optional<String> answer = Obedience.answer(places.state());
    if (answer.map(text -> text.startsWith("INSTALL DONE")).orElse(false)) {
      boolean runs = state.version(state.good()) == mine.version();
      close(mine.id(), mine.version(), runs, runs ? "runs already" : "not installed");
    } else if (refusal("INSTALL").isPresent()) {
      LOG.warn("updates: version {} is not installed: {}", mine.version(), answer.orElse(""));
      close(mine.id(), mine.version(), false, refusal("INSTALL").get());
    }
  }

  private void tried(Notes.Action mine, SlotState state)
      throws IOException, UpdateRefusedException, InterruptedException {
    if (state.trying().isPresent()) {
      return;
    }
    if (state.outcome().startsWith(mine.version() + " ")) {
      boolean kept = state.outcome().equals(mine.version() + " KEPT");
      close(mine.id(), mine.version(), kept, state.outcome());
    } else if (refusal("BEGIN").isPresent()) {
      close(mine.id(), mine.version(), false, refusal("BEGIN").get());
    }
  }

  private Optional<String> refusal(String asked) throws IOException {
    return Obedience.answer(places.state())
        .filter(answer -> answer.startsWith(asked + " REFUSED "))
        .map(answer -> answer.split(" ")[2]);
  }

  private void close(String id, long version, boolean success, String detail)
      throws IOException, UpdateRefusedException, InterruptedException {
    // Noted only after it was told: a feedback that is lost is told again.
    ddi.feedback(id, "closed", success ? "success" : "failure", detail);
    notes.keep(new Notes.Action(id, version, Notes.Stage.DONE));
  }
}
