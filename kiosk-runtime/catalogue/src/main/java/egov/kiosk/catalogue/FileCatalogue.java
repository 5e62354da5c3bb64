package egov.kiosk.catalogue;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.transaction.Catalogue;
import egov.kiosk.domain.transaction.ServiceItem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service items (事项目录) of a directory, as they were when it was opened. Items show in the order
 * of their files' names. Safe for several threads.
 */
public final class FileCatalogue implements Catalogue, HealthCheck {
  private static final Logger LOG = LoggerFactory.getLogger(FileCatalogue.class);

  private final Path directory;
  private final Shelf shelf;

  private FileCatalogue(Path directory, Shelf shelf) {
    this.directory = directory;
    this.shelf = shelf;
  }

  /** Reads the directory; every file that is refused gives one line in the log. */
  public static FileCatalogue open(Path directory) {
    return open(directory, Shelf.EMPTY);
  }

  /** Reads the directory again: what a file that is broken now said before stays in service. */
  FileCatalogue again() {
    return open(directory, shelf);
  }

  private static FileCatalogue open(Path directory, Shelf before) {
    Shelf shelf = new ItemDirectory(directory).read(before);
    for (RefusedFile file : shelf.refused()) {
      LOG.error("Catalogue: refused: {}", file);
    }
    LOG.info("Catalogue: {} items from {}", shelf.items().size(), directory);
    return new FileCatalogue(directory, shelf);
  }

  @Override
  public List<ServiceItem> items() {
    return shelf.items();
  }

  @Override
  public String name() {
    return "catalogue";
  }

  @Override
  public Finding check(Duration timeout) {
    if (shelf.refused().isEmpty() && !shelf.items().isEmpty()) {
      return Finding.ok(name(), shelf.items().size() + " items in service");
    }
    String what =
        shelf.refused().isEmpty()
            ? "no items in " + directory
            : shelf.refused().stream().map(RefusedFile::toString).collect(Collectors.joining("; "));
    return new Finding(
        name(),
        shelf.items().isEmpty() ? Level.FAIL : Level.WARN,
        what,
        Actor.TECHNICIAN,
        "Mend the files; `kiosk catalogue check` says where they are broken.");
  }
}
