package egov.kiosk.integrity;

import egov.kiosk.crypto.sm.StreamedSm3;
import egov.kiosk.domain.envelope.Sm3Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files below an installation. Data and what the machine makes for itself do not belong to the
 * program; links are files that no list can name, so that one in a file's place is seen.
 */
final class Installed {
  /** Not released with the program: the list itself, the class-data archive, a data directory. */
  private static final Set<String> NOT_PROGRAM =
      Set.of(ProgramList.FILE_NAME, ProgramList.SIGNATURE_NAME, "lib/kiosk.jsa", "data");

  /** What the updates write beside a slot's files. */
  private static final Set<String> OF_UPDATES =
      Set.of(".complete", "targets.json", "targets.json.sig");

  private static final int BUFFER = 1 << 16;

  private final Path home;

  /** What is below a directory, or below the one a link leads to: slots are switched by a link. */
  Installed(Path home) throws IOException {
    this.home = home.toRealPath();
  }

  /** Every path there is, links and strange files included. */
  Set<String> paths() throws IOException {
    Set<String> paths = new TreeSet<>();
    Files.walkFileTree(
        home,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes about) {
            return NOT_PROGRAM.contains(name(directory))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
            String name = name(file);
            if (!NOT_PROGRAM.contains(name) && !OF_UPDATES.contains(name)) {
              paths.add(name);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return paths;
  }

  private String name(Path path) {
    return home.relativize(path).toString();
  }

  /** Whether a path is a plain file of that size. */
  boolean isPlain(ProgramFile file) {
    Path path = home.resolve(file.path());
    try {
      BasicFileAttributes about =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return about.isRegularFile() && about.size() == file.size();
    } catch (IOException e) {
      return false;
    }
  }

  /** The digest of one file, read piece by piece. */
  String sm3(String path) throws IOException {
    Sm3Digest.Running running = new StreamedSm3().start();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(home.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        running.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(running.finish());
  }

  /**
   * The list of what is there now, for signing.
   *
   * @throws ProgramListException when something there is no plain file
   */
  ProgramList list() throws IOException, ProgramListException {
    List<ProgramFile> files = new ArrayList<>();
    for (String path : paths()) {
      Path file = home.resolve(path);
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new ProgramListException(path + " is no plain file; a program has only such");
      }
      files.add(new ProgramFile(path, Files.size(file), sm3(path)));
    }
    return ProgramList.of(files);
  }
}
