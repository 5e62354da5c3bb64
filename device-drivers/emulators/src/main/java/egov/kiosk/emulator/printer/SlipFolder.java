package egov.kiosk.emulator.printer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Where cut slips fall: {@code slip-0001.png} and {@code slip-0001.txt}, numbered on from what the
 * folder holds. The PNG appears last and whole, so whoever sees it can read both. Thread safe.
 */
final class SlipFolder {
  private static final Pattern NAME = Pattern.compile("slip-(\\d{4,9})\\.png");

  private final Path folder;
  private int lastNumber;
  private int count;
  private Path newest;

  private SlipFolder(Path folder, int lastNumber) {
    this.folder = folder;
    this.lastNumber = lastNumber;
  }

  /** Opens a folder, making it if needed. */
  static SlipFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> entries = Files.list(folder)) {
      int last =
          entries
              .map(file -> NAME.matcher(file.getFileName().toString()))
              .filter(Matcher::matches)
              .mapToInt(match -> Integer.parseInt(match.group(1)))
              .max()
              .orElse(0);
      return new SlipFolder(folder, last);
    }
  }

  synchronized void drop(Slip slip) throws IOException {
    String name = "slip-%04d".formatted(lastNumber + 1);
    Files.writeString(folder.resolve(name + ".txt"), slip.text(), StandardCharsets.UTF_8);
    Path unfinished = folder.resolve(name + ".png.part");
    ImageIO.write(slip.picture(), "png", unfinished.toFile());
    newest = folder.resolve(name + ".png");
    Files.move(unfinished, newest, StandardCopyOption.ATOMIC_MOVE);
    lastNumber++;
    count++;
  }

  /** How many slips fell since the folder was opened. */
  synchronized int count() {
    return count;
  }

  /** The picture of the newest of them. */
  synchronized Optional<Path> newest() {
    return Optional.ofNullable(newest);
  }
}
