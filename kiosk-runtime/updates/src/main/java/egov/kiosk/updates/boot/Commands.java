package egov.kiosk.updates.boot;

import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.disk.Disk;
import egov.kiosk.updates.disk.Steps;
import egov.kiosk.updates.slot.Machine;
import egov.kiosk.updates.slot.Obedience;
import egov.kiosk.updates.slot.Places;
import egov.kiosk.updates.slot.SlotName;
import egov.kiosk.updates.slot.SlotState;
import egov.kiosk.updates.slot.Updater;
import egov.kiosk.updates.trust.Release;
import egov.kiosk.updates.trust.Root;
import egov.kiosk.updates.trust.TrustStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The commands of the helper. */
final class Commands {
  private final Places places;
  private final Updater updater;
  private final PrintWriter out;
  private final TrialAge age;

  Commands(Places places, Machine machine, Steps steps, PrintWriter out) {
    this.places = places;
    this.out = out;
    updater = new Updater(places, machine, steps);
    age = new TrialAge(places.state());
  }

  int run(List<String> words) throws IOException, UpdateRefusedException {
    switch (words.isEmpty() ? "" : words.get(0)) {
      case "prestart" -> prestart(words.contains("asked"));
      case "first" -> prestart(true);
      case "obey" -> new Obedience(places, updater).run(false).ifPresent(out::println);
      case "overdue" -> {
        return overdue();
      }
      case "state" -> state();
      case "root" -> root();
      case "check" -> said(updater.check(directory(words)), "would be installed");
      case "install" -> said(updater.install(directory(words)), "is installed; next: switch");
      case "switch" -> {
        updater.begin();
        out.println("the next start runs it on trial");
      }
      case "commit" -> updater.keep();
      case "rollback" -> updater.giveUp(words.size() > 1 ? words.get(1) : "technician");
      default ->
          throw new IllegalArgumentException(
              "prestart [asked], first, obey, overdue, state, root, check DIR, install DIR, switch, commit or"
                  + " rollback [REASON]");
    }
    return 0;
  }

  /**
   * Before a start.
   *
   * @param asked whether the program was stopped, or started again, on purpose, so that how late it
   *     ended says nothing of it; the start is counted all the same, and what the program itself
   *     asked for is obeyed first
   */
  private void prestart(boolean asked) throws IOException, UpdateRefusedException {
    new Obedience(places, updater).run(true).ifPresent(out::println);
    if (!asked && startedBefore(updater.state()) && age.tooLateForAnother()) {
      updater.giveUp("time");
    }
    SlotName runs = updater.prestart();
    SlotState state = updater.state();
    if (state.trying().isPresent()) {
      age.note(state.tries() == SlotState.TRIES - 1);
    }
    out.println(
        "runs: %s, version %d%s%s"
            .formatted(
                runs.word(),
                state.version(runs),
                state.trying().isPresent() ? ", on trial, tries left " + state.tries() : "",
                state.trouble().isEmpty() ? "" : "; " + state.trouble()));
  }

  private static boolean startedBefore(SlotState state) {
    return state.trying().isPresent() && state.tries() < SlotState.TRIES;
  }

  private int overdue() throws IOException, UpdateRefusedException {
    if (updater.state().trying().isEmpty() || !age.overdue()) {
      return 0;
    }
    updater.giveUp("overdue");
    out.println("the trial never ended; start the service again");
    return KioskSlot.RESTART;
  }

  private void state() throws IOException {
    SlotState state = updater.state();
    out.println("current: " + updater.linked().map(SlotName::word).orElse("nowhere"));
    out.println("good: %s, version %d".formatted(state.good().word(), state.version(state.good())));
    state
        .trying()
        .ifPresent(
            name ->
                out.println(
                    "on trial: %s, version %d, tries left %d"
                        .formatted(name.word(), state.version(name), state.tries())));
    state
        .staged()
        .ifPresent(
            name ->
                out.println("waits: %s, version %d".formatted(name.word(), state.version(name))));
    out.println("floor: " + state.floor());
    out.println("bad: " + state.bad());
    out.println("outcome: " + state.outcome());
    out.println("trouble: " + state.trouble());
  }

  private void root() throws UpdateRefusedException {
    Root root = new TrustStore(places.firstRoot(), places.state(), new Disk(Steps.NONE)).newest();
    out.println(
        "root of %s, version %d, good until %s"
            .formatted(
                root.of().isEmpty() ? "nobody named" : root.of(), root.version(), root.expires()));
  }

  private void said(Optional<Release> release, String what) {
    out.println(
        release
            .map(one -> "version %d (%s) %s".formatted(one.version(), one.name(), what))
            .orElse("nothing new"));
  }

  private static Path directory(List<String> words) {
    if (words.size() < 2) {
      throw new IllegalArgumentException(words.get(0) + " needs a directory");
    }
    return Path.of(words.get(1)).toAbsolutePath();
  }
}
