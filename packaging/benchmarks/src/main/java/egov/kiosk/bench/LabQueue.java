package egov.kiosk.bench;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.rest.KeyEvents;
import egov.kiosk.crypto.rest.OpenWrapping;
import egov.kiosk.crypto.rest.RestKeys;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.outboxsqlite.OutboxSettings;
import egov.kiosk.outboxsqlite.SqliteOutbox;
import egov.kiosk.outboxsqlite.Surroundings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Queues that seal their rows as on a kiosk, under data keys beside them. */
public final class LabQueue {
  private LabQueue() {}

  /** Opens one. */
  public static SqliteOutbox open(Path directory, int quotaMiB)
      throws OutboxException, CryptoException {
    Clock clock = Clock.systemUTC();
    RestKeys keys =
        RestKeys.open(
            directory.resolveSibling(directory.getFileName() + "-keys"),
            new OpenWrapping(),
            clock,
            new SecureRandom(),
            KeyEvents.NONE);
    return SqliteOutbox.open(
        OutboxSettings.of(directory, quotaMiB, 16),
        new Surroundings(clock, Optional::empty, Optional::empty, keys));
  }
}
