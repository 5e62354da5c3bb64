package egov.kiosk.flow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the kiosk is open to the public. An empty file stands for closed, so that there is
 * nothing in it a power cut could damage. Safe for several threads.
 */
public final class ServiceDoor {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceDoor.class);

  private final Path sign;
  private volatile boolean locked;

  /** As it was left, by the file in the state directory. */
  public ServiceDoor(Path stateDirectory) {
    sign = stateDirectory.resolve("out-of-service");
    locked = Files.exists(sign);
    if (locked) {
      LOG.warn("flow: out of public service by order of the platform; it unlocks");
    }
  }

  /** Whether new citizens are refused. */
  public boolean locked() {
    return locked;
  }

  /**
   * Closes or opens; on the disk when this returns.
   *
   * @throws IOException when it could not be kept; nothing changed
   */
  public synchronized void lock(boolean closed) throws IOException {
    if (closed == locked) {
      return;
    }
    Path directory = sign.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    if (closed) {
      FileChannel.open(sign, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
    } else {
      Files.deleteIfExists(sign);
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
    locked = closed;
    LOG.info("flow: {} public service", closed ? "out of" : "back in");
  }
}
