package egov.kiosk.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A directory of entries, one {@code *.json} file each. */
final class ItemDirectory {
  private static final int MOST_FILES = 500;

  private final Path directory;
  private final ItemReader reader = new ItemReader();

  ItemDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Reads every file; a broken one is left out whole and does not disturb the others.
   *
   * @param before what was in service: what a broken file said then stays
   */
  Shelf read(Shelf before) {
    List<RefusedFile> refused = new ArrayList<>();
    List<NamedEntry> usable = new ArrayList<>();
    for (Path file : files(refused)) {
      String name = shown(file);
      try {
        usable.add(new NamedEntry(name, read(file)));
      } catch (EntryRefusedException e) {
        Entry kept = before.entries().get(name);
        refused.add(new RefusedFile(name, e, kept != null));
        if (kept != null) {
          usable.add(new NamedEntry(name, kept));
        }
      }
    }
    return withKept(Assembly.of(usable), usable, before, refused);
  }

  /** What does not fit beside the others is tried once more as it was before. */
  private static Shelf withKept(
      Shelf shelf, List<NamedEntry> usable, Shelf before, List<RefusedFile> refused) {
    List<NamedEntry> again = new ArrayList<>(usable);
    for (RefusedFile file : shelf.refused()) {
      Entry kept = before.entries().get(file.file());
      refused.add(new RefusedFile(file.file(), file.why(), kept != null));
      if (kept != null) {
        again.replaceAll(
            named -> named.name().equals(file.file()) ? new NamedEntry(named.name(), kept) : named);
      }
    }
    Shelf last = shelf.refused().isEmpty() ? shelf : Assembly.of(again);
    return new Shelf(last.items(), last.entries(), refused);
  }

  Entry read(Path file) throws EntryRefusedException {
    try {
      if (!Files.isRegularFile(file)) {
        throw new EntryRefusedException(Position.START, "is not a regular file");
      }
      if (Files.size(file) > StrictJson.MAX_BYTES) {
        throw new EntryRefusedException(Position.START, "is larger than 64 KiB");
      }
      return reader.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new EntryRefusedException(Position.START, "cannot be read; check who may read it");
    }
  }

  private List<Path> files(List<RefusedFile> refused) {
    try (Stream<Path> entries = Files.list(directory)) {
      List<Path> files =
          entries.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      if (files.size() > MOST_FILES) {
        refused.add(whole("holds more than 500 files; the rest is left"));
        return files.subList(0, MOST_FILES);
      }
      return files;
    } catch (IOException e) {
      refused.add(whole("is not a directory that can be read; check the setting"));
      return List.of();
    }
  }

  private RefusedFile whole(String reason) {
    return new RefusedFile(
        directory.toString(), new EntryRefusedException(Position.START, reason), false);
  }

  private static String shown(Path file) {
    return file.getFileName().toString().replaceAll("\\p{C}", "?");
  }
}
