package egov.kiosk.flow.cabinet;

import egov.kiosk.domain.fleet.Closure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the kiosk is open to the public. An empty file stands for each reason it is not, so that
 * there is nothing in it a power cut could damage. Safe for several threads.
 */
public final class ServiceDoor {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceDoor.class);

  private final Path directory;
  private volatile Set<Closure> closures;

  /** As it was left, by the files in the state directory. */
  public ServiceDoor(Path stateDirectory) {
    directory = stateDirectory.toAbsolutePath();
    Set<Closure> found = EnumSet.noneOf(Closure.class);
    for (Closure why : Closure.values()) {
      if (why.ordered() && Files.exists(sign(why))) {
        found.add(why);
        LOG.warn("flow: out of public service: {}", why);
      }
    }
    closures = Set.copyOf(found);
  }

  /** Why new citizens are refused; empty when they are not. */
  public Set<Closure> closures() {
    return closures;
  }

  /**
   * Closes for one reason or ends it; on the disk when this returns.
   *
   * @return whether anything changed
   * @throws IOException when it could not be kept; nothing changed
   * @throws IllegalArgumentException when nobody can order it
   */
  public synchronized boolean close(Closure why, boolean closed) throws IOException {
    if (!why.ordered()) {
      throw new IllegalArgumentException("nobody can order " + why);
    }
    if (closures.contains(why) == closed) {
      return false;
    }
    Files.createDirectories(directory);
    if (closed) {
      FileChannel.open(sign(why), StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
    } else {
      Files.deleteIfExists(sign(why));
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
    Set<Closure> changed = EnumSet.noneOf(Closure.class);
    changed.addAll(closures);
    if (closed) {
      changed.add(why);
    } else {
      changed.remove(why);
    }
    closures = Set.copyOf(changed);
    LOG.info("flow: {} {}", why, closed ? "closes the kiosk to the public" : "is over");
    return true;
  }

  private Path sign(Closure why) {
    return directory.resolve(
        why == Closure.PLATFORM
            ? "out-of-service"
            : "out-of-service-" + why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
