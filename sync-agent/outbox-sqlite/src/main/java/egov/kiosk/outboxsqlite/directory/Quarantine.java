package egov.kiosk.outboxsqlite.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Where damaged files go. They stay until every row of theirs is known to go on elsewhere and their
 * time is over.
 */
public final class Quarantine {
  /** The directory's name. */
  public static final String NAME = "quarantine";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final StateDirectory directory;

  public Quarantine(StateDirectory directory) {
    this.directory = directory;
  }

  /**
   * Moves files aside, those of the list that are there.
   *
   * @return the directory they are in now, if there were any
   */
  public Optional<Path> take(List<String> names, Instant now) throws IOException {
    if (names.stream().noneMatch(directory::has)) {
      return Optional.empty();
    }
    directory.createDirectory(NAME);
    Path place = fresh(NAME + "/" + STAMP.format(now));
    for (String name : names) {
      if (directory.has(name)) {
        Files.move(directory.file(name), place.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    StateDirectory.sync(place);
    StateDirectory.sync(place.getParent());
    directory.sync();
    return Optional.of(place);
  }

  /** When the files were moved aside, by the name of where they are now. */
  public static Optional<Instant> takenAt(String place) {
    try {
      return Optional.of(Instant.from(STAMP.parse(place.replaceFirst("-[0-9]+$", ""))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Path fresh(String name) throws IOException {
    String candidate = name;
    for (int i = 1; directory.has(candidate); i++) {
      candidate = name + "-" + i;
    }
    return directory.createDirectory(candidate);
  }
}
