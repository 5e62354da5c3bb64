package egov.kiosk.updates.desk;

import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.ddi.Ddi;
import egov.kiosk.updates.disk.Disk;
import egov.kiosk.updates.disk.Steps;
import egov.kiosk.updates.slot.Machine;
import egov.kiosk.updates.slot.Places;
import egov.kiosk.updates.slot.Request;
import egov.kiosk.updates.slot.SlotName;
import egov.kiosk.updates.slot.SlotState;
import egov.kiosk.updates.slot.StateFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runtime's part of an update, step by step: watches a trial, tells the server, waits for a
 * quiet moment, asks for more. Whoever calls {@link #step} every few seconds is the only caller;
 * what is read from elsewhere is safe to read.
 */
public final class UpdateDesk {
  private static final Logger LOG = LoggerFactory.getLogger(UpdateDesk.class);
  private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

  private final Places places;
  private final Around around;
  private final Rules rules;
  private final LongSupplier nanos;
  private final StateFile file;
  private final Notes notes;
  private final Optional<ServerDesk> server;
  private final Pace pace;
  private final long started;
  private final TrialWatch trial;
  private volatile long nextAsk;
  private long nextReport;
  private long nextRequest;
  private Optional<Long> waitingSince = Optional.empty();
  private volatile Standing standing;
  private boolean troubleRecorded;

  /**
   * What is configured.
   *
   * @param quiet when a trial may begin
   * @param time what time of day it is
   */
  public record Rules(QuietRule quiet, Supplier<LocalTime> time) {}

  /**
   * A desk.
   *
   * @param ddi the server; empty when updates come on sticks only
   */
  public UpdateDesk(
      Places places,
      Machine machine,
      Optional<Ddi> ddi,
      Around around,
      Rules rules,
      LongSupplier nanos,
      RandomGenerator random)
      throws IOException {
    this.places = places;
    this.around = around;
    this.rules = rules;
    this.nanos = nanos;
    file = new StateFile(places.state(), new Disk(Steps.NONE));
    notes = new Notes(places.exchange());
    server = ddi.map(line -> new ServerDesk(line, places, machine, notes, around));
    pace = new Pace(random);
    started = nanos.getAsLong();
    nextAsk = started + pace.first().toNanos();
    nextReport = started;
    nextRequest = started;
    trial = new TrialWatch(notes.baseline());
    if (server.isPresent()) {
      notes.asking(machine.clock().get(), machine.built());
    }
    standing = new Standing(state(), Optional.empty(), Optional.empty(), notes.silentSince());
  }

  /** How things stand, for whoever shows it. */
  public Standing standing() {
    return standing;
  }

  /**
   * What is known.
   *
   * @param slots where the slots stand
   * @param waits what holds a trial up; empty when nothing waits
   * @param refused why the last update was not taken
   * @param silentSince when the server last answered, or since when it is asked and never did;
   *     empty when none was ever asked
   */
  public record Standing(
      SlotState slots,
      Optional<QuietRule.Wait> waits,
      Optional<UpdateRefusedException> refused,
      Optional<Instant> silentSince) {}

  /** Asks the server at the next step; may be called by any thread. */
  public void askNow() {
    nextAsk = nanos.getAsLong();
  }

  /** Does what is due. Never throws, but ends early when the thread is interrupted. */
  public void step() throws InterruptedException {
    try {
      SlotState state = state();
      Optional<QuietRule.Wait> waits = Optional.empty();
      if (!state.trouble().isEmpty() && !troubleRecorded) {
        around.record(AuditResult.FAILED, "trouble", state.version(state.good()));
        troubleRecorded = true;
      }
      if (state.trying().isPresent()) {
        watch(state);
      } else if (state.staged().isPresent()) {
        waits = Optional.of(begin(state));
      } else {
        waitingSince = Optional.empty();
      }
      if (server.isPresent()) {
        line(server.get(), state);
      }
      standing =
          new Standing(state, waits, server.flatMap(ServerDesk::refused), notes.silentSince());
    } catch (IOException e) {
      LOG.error("updates: the disk: {}", e.getMessage());
    }
  }

  private SlotState state() {
    return file.read()
        .orElseGet(
            () ->
                file.existed()
                    ? SlotState.first(SlotName.FACTORY)
                        .saying("the state of the slots cannot be read; see who may read it")
                    : SlotState.first(SlotName.FACTORY));
  }

  private void watch(SlotState state) throws IOException {
    // Before the look, which may take seconds.
    if (around.served()) {
      trial.served(Duration.ofNanos(nanos.getAsLong() - started));
    }
    TrialWatch.Seen seen = around.look();
    TrialWatch.Verdict verdict = trial.look(Duration.ofNanos(nanos.getAsLong() - started), seen);
    if (verdict == TrialWatch.Verdict.WAIT || nanos.getAsLong() - nextRequest < 0) {
      return;
    }
    nextRequest = nanos.getAsLong() + ASK_AGAIN.toNanos();
    long version = state.version(state.trying().orElseThrow());
    if (verdict == TrialWatch.Verdict.KEEP) {
      Request.of(Request.Kind.KEEP).leave(places.exchange());
      around.record(AuditResult.DONE, "kept", version);
      LOG.info("updates: version {} works and is kept", version);
    } else {
      String why = trial.why();
      new Request(Request.Kind.GIVE_UP, why).leave(places.exchange());
      around.record(AuditResult.FAILED, why, version);
      LOG.error("updates: version {} is given up: {}", version, why);
      around.restart();
    }
  }

  private QuietRule.Wait begin(SlotState state) throws IOException {
    long now = nanos.getAsLong();
    waitingSince = Optional.of(waitingSince.orElse(now));
    QuietRule.Wait wait =
        rules
            .quiet()
            .now(
                around.serving(),
                around.queueFull(),
                rules.time().get(),
                Duration.ofNanos(now - waitingSince.get()));
    if (wait != QuietRule.Wait.NONE || now - nextRequest < 0) {
      return wait;
    }
    nextRequest = now + ASK_AGAIN.toNanos();
    TrialWatch.Seen seen = around.look();
    notes.keep(new TrialWatch.Baseline(seen.working(), seen.online()));
    long version = state.version(state.staged().orElseThrow());
    Optional<Notes.Action> mine =
        notes
            .action()
            .filter(action -> action.version() == version)
            .filter(action -> action.stage() != Notes.Stage.DONE);
    if (mine.isPresent()) {
      notes.keep(new Notes.Action(mine.get().id(), version, Notes.Stage.TRIAL));
    }
    Request.of(Request.Kind.BEGIN).leave(places.exchange());
    around.record(AuditResult.DONE, "begun", version);
    LOG.info("updates: version {} goes on trial", version);
    around.restart();
    return wait;
  }

  private void line(ServerDesk desk, SlotState state) throws InterruptedException {
    long now = nanos.getAsLong();
    try {
      if (now - nextReport >= 0) {
        desk.report(state);
      }
      if (now - nextAsk >= 0) {
        // Before the question, so that whatever it throws the next one is not at once.
        nextAsk = now + ASK_AGAIN.toNanos();
        nextAsk = nanos.getAsLong() + pace.after(desk.ask(state)).toNanos();
      }
    } catch (IOException | UpdateRefusedException e) {
      Duration later = pace.afterFailure();
      nextReport = nanos.getAsLong() + later.toNanos();
      nextAsk = nextReport;
      LOG.warn("updates: the server: {}; next try in {} s", e.getMessage(), later.toSeconds());
    }
  }
}
