package egov.kiosk.updates.slot;

import egov.kiosk.updates.disk.Disk;
import egov.kiosk.updates.disk.TwoCopies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The state on the disk, in two copies. */
public final class StateFile {
  private final TwoCopies copies;

  /** The state in a directory that is there, or will be before it is written. */
  public StateFile(Path directory, Disk disk) {
    copies = new TwoCopies(directory, "state", disk);
  }

  /** The state; empty when there is none, or neither copy is whole. */
  public Optional<SlotState> read() {
    return copies.read().flatMap(SlotState::of);
  }

  /** Whether there was one once. */
  public boolean existed() {
    return copies.exists();
  }

  void write(SlotState state) throws IOException {
    copies.write(state.lines());
  }
}
