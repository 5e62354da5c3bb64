package egov.kiosk.updates.slot;

import java.nio.file.Path;

/**
 * Where things lie; see the room's README.
 *
 * @param program holds {@code boot}, {@code factory}, {@code slots} and the link {@code current};
 *     the runtime cannot write there
 * @param state what only the boot helper writes: state, believed roots, lock
 * @param exchange what the runtime writes: downloads and requests; not trusted
 * @param queue the queue's database file; only its header is read
 */
public record Places(Path program, Path state, Path exchange, Path queue) {
  public Path slot(SlotName name) {
    return program.resolve(name.folder());
  }

  /** The link to the program that runs. */
  public Path link() {
    return program.resolve("current");
  }

  /** The root this machine was given. */
  public Path firstRoot() {
    return program.resolve("boot").resolve("root.json");
  }

  /** Where a whole update lies when it was downloaded. */
  public Path download() {
    return exchange.resolve("download");
  }
}
