package egov.kiosk.outboxsqlite.directory;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.SequenceRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happened to the queue that a person must know of, one line each, until somebody moves the
 * file away. Lines carry places and ids, never content.
 */
public final class Incidents {
  /** The file's name. */
  public static final String NAME = "incidents.txt";

  private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
  private static final long LIMIT = 1024 * 1024;
  private static final int LOGGED = 400;

  private final StateDirectory directory;
  private final Untold untold;

  public Incidents(StateDirectory directory) {
    this.directory = directory;
    this.untold = new Untold(directory);
  }

  /** Those of which the platform does not know yet. */
  public Untold untold() {
    return untold;
  }

  /** Logs the incident and keeps it for the technician and for the platform. */
  public void report(Instant now, String what, List<SequenceRange> missing) {
    add(now, what);
    try {
      untold.note(now, missing);
    } catch (IOException | OutboxException e) {
      LOG.error("outbox: the platform will not hear of the incident; check the disk", e);
    }
  }

  /** Logs the incident and keeps it for the technician. */
  public void add(Instant now, String what) {
    LOG.error("outbox: {}", what.length() > LOGGED ? what.substring(0, LOGGED) + "..." : what);
    try {
      Path file = directory.create(NAME);
      if (directory.size(NAME) > LIMIT) {
        return;
      }
      String line = now.truncatedTo(ChronoUnit.SECONDS) + " " + what + "\n";
      Files.writeString(
          file,
          line,
          StandardCharsets.UTF_8,
          StandardOpenOption.WRITE,
          StandardOpenOption.APPEND,
          LinkOption.NOFOLLOW_LINKS);
    } catch (IOException | OutboxException e) {
      LOG.error("outbox: the incident could not be written to {}", directory.file(NAME), e);
    }
  }

  /** Whether there are incidents nobody has dealt with. */
  public boolean any() {
    return directory.size(NAME) > 0;
  }
}
