package egov.kiosk.access.book;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where everything lies.
 *
 * @param directory of the book, the start secret and the list that is read once
 * @param secretFile the machine's secret; best in another directory, on what a backup leaves out
 * @param machineFile what binds the secret to the machine, if anything does
 */
public record BookPlace(Path directory, Path secretFile, Optional<Path> machineFile) {
  public BookPlace {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(secretFile, "secretFile");
    Objects.requireNonNull(machineFile, "machineFile");
  }

  /** The sealed book. */
  public Path book() {
    return directory.resolve("staff.book");
  }

  /** How far the book has come. */
  public Path mark() {
    return secretFile.resolveSibling(secretFile.getFileName() + ".mark");
  }

  /** What the first administrator signs in with, until they do. */
  public Path startSecret() {
    return directory.resolve("start-secret");
  }

  /** A list of staff that is read once at start and deleted. */
  public Path importList() {
    return directory.resolve("staff.import");
  }
}
