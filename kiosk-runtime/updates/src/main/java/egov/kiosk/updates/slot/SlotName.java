package egov.kiosk.updates.slot;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A place a program can lie in. */
public enum SlotName {
  A("slots/a"),
  B("slots/b"),
  /** What the package brought: never updated, always there, for when nothing else is. */
  FACTORY("factory");

  private final Path folder;

  SlotName(String folder) {
    this.folder = Path.of(folder);
  }

  /** Below the program's directory; also where the link points to. */
  public Path folder() {
    return folder;
  }

  /** As the state writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a word. */
  public static Optional<SlotName> of(String word) {
    for (SlotName name : values()) {
      if (name.word().equals(word)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** The slot that an update is written to while this one runs. */
  public SlotName other() {
    return this == A ? B : A;
  }
}
