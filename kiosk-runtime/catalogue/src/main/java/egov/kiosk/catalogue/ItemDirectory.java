package egov.kiosk.catalogue;

import egov.kiosk.domain.transaction.ServiceItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A directory of entries, one {@code *.json} file each. */
final class ItemDirectory {
  private static final int MOST_FILES = 500;

  private final Path directory;
  private final ItemReader reader = new ItemReader();

  ItemDirectory(Path directory) {
    this.directory = directory;
  }

  /** Reads every file; a broken one is left out whole and does not disturb the others. */
  Shelf read() {
    List<ServiceItem> items = new ArrayList<>();
    List<RefusedFile> refused = new ArrayList<>();
    Map<String, String> fileOfCode = new HashMap<>();
    for (Path file : files(refused)) {
      String name = shown(file);
      try {
        ServiceItem item = read(file);
        String first = fileOfCode.putIfAbsent(item.code(), name);
        if (first != null) {
          throw new EntryRefusedException("/code", "is the code of " + first + " already");
        }
        items.add(item);
      } catch (EntryRefusedException e) {
        refused.add(new RefusedFile(name, e.where(), e.reason()));
      }
    }
    return new Shelf(items, refused);
  }

  private ServiceItem read(Path file) throws EntryRefusedException {
    try {
      if (!Files.isRegularFile(file)) {
        throw new EntryRefusedException("line 1", "is not a regular file");
      }
      if (Files.size(file) > StrictJson.MAX_BYTES) {
        throw new EntryRefusedException("line 1", "larger than 64 KiB");
      }
      return reader.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new EntryRefusedException("line 1", "cannot be read; check who may read it");
    }
  }

  private List<Path> files(List<RefusedFile> refused) {
    try (Stream<Path> entries = Files.list(directory)) {
      List<Path> files =
          entries.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      if (files.size() > MOST_FILES) {
        refused.add(
            new RefusedFile(
                directory.toString(), "", "holds more than 500 files; the rest is left"));
        return files.subList(0, MOST_FILES);
      }
      return files;
    } catch (IOException e) {
      refused.add(
          new RefusedFile(
              directory.toString(), "", "is not a directory that can be read; check the setting"));
      return List.of();
    }
  }

  private static String shown(Path file) {
    return file.getFileName().toString().replaceAll("\\p{C}", "?");
  }
}
