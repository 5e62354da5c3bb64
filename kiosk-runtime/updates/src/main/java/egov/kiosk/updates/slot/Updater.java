package egov.kiosk.updates.slot;

import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.disk.Disk;
import egov.kiosk.updates.disk.Steps;
import egov.kiosk.updates.trust.MetadataCheck;
import egov.kiosk.updates.trust.Release;
import egov.kiosk.updates.trust.Targets;
import egov.kiosk.updates.trust.TimeFloor;
import egov.kiosk.updates.trust.TrustMarks;
import egov.kiosk.updates.trust.TrustStore;
import egov.kiosk.updates.trust.Verified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What may be done with the slots: install, switch, keep, give up; each under the lock, each so
 * that a cut at any moment leaves something that starts. Needs to write the program's directory.
 */
public final class Updater {
  /** How long metadata may be over on a stick that had to travel, and for who was cut off. */
  public static final Duration TRAVEL = Duration.ofDays(30);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Places places;
  private final Machine machine;
  private final Slots slots;

  /** For a machine, with somebody who listens to the steps. */
  public Updater(Places places, Machine machine, Steps steps) {
    this.places = places;
    this.machine = machine;
    slots = new Slots(places, new Disk(steps));
  }

  /** Where things lie. */
  public Places places() {
    return places;
  }

  /** How things stand; takes no lock. */
  public SlotState state() throws IOException {
    return slots.state();
  }

  /** Where the link points to; takes no lock. */
  public Optional<SlotName> linked() {
    return slots.linked();
  }

  /** What would be installed from a directory; empty when that version runs. Changes nothing. */
  public Optional<Release> check(Path from) throws IOException, UpdateRefusedException {
    return new Choice(machine, slots.state()).from(verify(from).targets());
  }

  /**
   * Installs what lies in a directory into the slot that does not run; it then waits for {@link
   * #begin}. Until the install is whole, nothing else changes.
   *
   * @return what was installed; empty when that version runs or is installed already
   */
  public Optional<Release> install(Path from) throws IOException, UpdateRefusedException {
    try (BootLock lock = BootLock.take(places.state(), PATIENCE)) {
      SlotState state = slots.state();
      if (state.trying().isPresent()) {
        throw new UpdateRefusedException(
            Refusal.BUSY,
            "version " + state.version(state.trying().get()) + " is on trial; wait for its end");
      }
      Verified verified = verify(from);
      Optional<Release> chosen = new Choice(machine, state).from(verified.targets());
      // What was seen is remembered even when nothing is to be done.
      slots.trust().keep(verified);
      if (chosen.isEmpty()) {
        return Optional.empty();
      }
      Release release = chosen.get();
      SlotName to = state.good() == SlotName.FACTORY ? SlotName.A : state.good().other();
      Pin pin =
          new Pin(release.version(), HexFormat.of().formatHex(Sm3.digest(verified.targetsBytes())));
      boolean staged = state.staged().equals(Optional.of(to)) && pin.equals(state.pins().get(to));
      if (staged && slots.whole(to, Optional.of(pin)).isPresent()) {
        return Optional.empty();
      }
      if (state.staged().isPresent()) {
        state = state.unstaged();
        slots.write(state);
      }
      new SlotWriter(places.slot(to), slots.disk())
          .fill(release, verified.targetsBytes(), from, slots.here(state));
      slots.write(state.staging(to, pin));
      return chosen;
    }
  }

  private Verified verify(Path from) throws IOException, UpdateRefusedException {
    TrustStore trust = slots.trust();
    return new MetadataCheck(
            trust,
            trust.marks().with(marksOfTheSlot()),
            new DirectorySource(from),
            new TimeFloor(machine.clock().get(), machine.built()),
            TRAVEL)
        .run();
  }

  /** What is installed was believed, even if both copies of the marks are lost. */
  private TrustMarks marksOfTheSlot() throws IOException {
    SlotState state = slots.state();
    try {
      byte[] list = Disk.small(places.slot(state.good()).resolve(SlotContent.TARGETS), 1 << 20);
      Targets targets = Targets.installed(list, slots.trust().newestFirst());
      return new TrustMarks(slots.trust().marks().root(), 0, 0, targets.version(), Instant.EPOCH);
    } catch (IOException | UpdateRefusedException e) {
      return TrustMarks.NONE;
    }
  }

  /**
   * Begins the trial of what is installed: the intent first, then the link. The next start runs it.
   *
   * @throws UpdateRefusedException when nothing is installed, or it is not whole any more
   */
  public void begin() throws IOException, UpdateRefusedException {
    try (BootLock lock = BootLock.take(places.state(), PATIENCE)) {
      new Turn(slots).begin(slots.state());
    }
  }

  /** The trial is over, and the version stays; does nothing when there is none. */
  public void keep() throws IOException, UpdateRefusedException {
    try (BootLock lock = BootLock.take(places.state(), PATIENCE)) {
      new Turn(slots).keep(slots.state());
    }
  }

  /** The trial is over, and the version goes; does nothing when there is none. */
  public void giveUp(String why) throws IOException, UpdateRefusedException {
    try (BootLock lock = BootLock.take(places.state(), PATIENCE)) {
      new Turn(slots).giveUp(slots.state(), why);
    }
  }

  /**
   * Before every start: finishes what was under way, counts a trial's start, and has the link point
   * to something that is whole and can open the queue.
   *
   * @return what will run
   * @throws UpdateRefusedException {@link Refusal#NOTHING} when there is not even a factory program
   */
  public SlotName prestart() throws IOException, UpdateRefusedException {
    Files.createDirectories(places.state());
    try (BootLock lock = BootLock.take(places.state(), PATIENCE)) {
      return new Prestart(slots).run();
    }
  }
}
