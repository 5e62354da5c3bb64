package egov.kiosk.updates.slot;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.disk.Disk;
import egov.kiosk.updates.trust.Release;
import egov.kiosk.updates.trust.TrustStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Reading and moving between the slots; for whoever holds the lock. For one thread. */
final class Slots {
  private final Places places;
  private final Disk disk;
  private final TrustStore trust;
  private final StateFile file;

  Slots(Places places, Disk disk) {
    this.places = places;
    this.disk = disk;
    trust = new TrustStore(places.firstRoot(), places.state(), disk);
    file = new StateFile(places.state(), disk);
  }

  TrustStore trust() {
    return trust;
  }

  Disk disk() {
    return disk;
  }

  /** The state; when it is lost, what can be told from the slots themselves. */
  SlotState state() throws IOException {
    Optional<SlotState> kept = file.read();
    if (kept.isPresent()) {
      return kept.get();
    }
    SlotState told = fromTheSlots();
    if (file.existed()) {
      told = told.saying("the state of the slots was lost and made anew; check the disk");
    }
    return told;
  }

  private SlotState fromTheSlots() {
    SlotName linked = linked().orElse(SlotName.FACTORY);
    SlotState told = SlotState.first(SlotName.FACTORY);
    for (SlotName name : new SlotName[] {linked.other(), linked}) {
      Optional<Release> whole = whole(name, Optional.empty());
      if (whole.isPresent() && name != SlotName.FACTORY) {
        // Without the state nobody knows what was kept and what was on trial: what is linked ran.
        Pin pin = new Pin(whole.get().version(), digestOfList(name));
        told = told.staging(name, pin).beginning(name).kept();
      }
    }
    return told;
  }

  private String digestOfList(SlotName name) {
    try {
      return FileDigest.of(places.slot(name).resolve(SlotContent.TARGETS));
    } catch (IOException e) {
      return "0".repeat(64);
    }
  }

  void write(SlotState state) throws IOException {
    file.write(state);
  }

  /** Writes it unless it is there already: most starts change nothing. */
  void keep(SlotState state) throws IOException {
    if (!file.read().equals(Optional.of(state))) {
      file.write(state);
    }
  }

  /** The release in a slot if every byte is as it was signed. */
  Optional<Release> whole(SlotName name, Optional<Pin> pin) {
    try {
      return Optional.of(new SlotContent(places.slot(name)).verify(pin, trust));
    } catch (UpdateRefusedException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether a slot may be started: whole, and able to open the queue.
   *
   * @throws UpdateRefusedException why not
   */
  void demandStartable(SlotName name, SlotState state) throws IOException, UpdateRefusedException {
    demandFitting(name, state);
    new SlotContent(places.slot(name)).verify(Optional.ofNullable(state.pins().get(name)), trust);
  }

  /** The same without looking at the files: before a switch, since the start that follows does. */
  void demandFitting(SlotName name, SlotState state) throws IOException, UpdateRefusedException {
    Release release =
        new SlotContent(places.slot(name))
            .release(Optional.ofNullable(state.pins().get(name)), trust);
    OptionalInt said = QueueVersion.of(places.queue());
    QueueMark queue = QueueMark.of(said.orElse(0));
    if (!queue.openedBy(release.schemaMin(), release.schemaMax())) {
      throw new UpdateRefusedException(
          Refusal.SCHEMA,
          "the queue has version %d, version %d of the program can open %d to %d"
              .formatted(
                  queue.version(), release.version(), release.schemaMin(), release.schemaMax()));
    }
  }

  /** Where the link points to; empty when it is absent or points elsewhere. */
  Optional<SlotName> linked() {
    try {
      Path target = Files.readSymbolicLink(places.link());
      for (SlotName name : SlotName.values()) {
        if (target.equals(name.folder()) || target.equals(places.slot(name))) {
          return Optional.of(name);
        }
      }
      return Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /** Points the link to a slot unless it does already. */
  void link(SlotName name) throws IOException {
    Path target = name.folder();
    boolean there;
    try {
      there = Files.readSymbolicLink(places.link()).equals(target);
    } catch (IOException e) {
      there = false;
    }
    if (!there) {
      disk.link(places.link(), target);
    }
  }

  boolean factoryThere() {
    return Files.isDirectory(places.slot(SlotName.FACTORY));
  }

  /** The program that runs, for using its files again. */
  Optional<ProgramHere> here(SlotState state) {
    SlotName running = state.good();
    try {
      Path slot = places.slot(running);
      Release release =
          new SlotContent(slot).release(Optional.ofNullable(state.pins().get(running)), trust);
      return Optional.of(new ProgramHere(slot, release));
    } catch (UpdateRefusedException e) {
      return Optional.empty();
    }
  }
}
