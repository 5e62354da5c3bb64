package egov.kiosk.audit.tool;

import egov.kiosk.audit.AuditTrail;
import egov.kiosk.audit.TrailSettings;
import egov.kiosk.audit.store.LogSettings;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * {@code note DIRECTORY KIOSK-ID ACTION RESULT}: records what a technician's command does while no
 * kiosk runs. No head is signed; the next start does that.
 */
final class NoteTool {
  private static final long SEGMENT = 8L << 20;
  private static final long BUDGET = 1L << 40;
  private static final Duration LONG = Duration.ofDays(3660);

  private NoteTool() {}

  static int run(Path directory, List<String> words) throws IOException, AuditUnavailableException {
    if (words.size() != 3) {
      throw new IllegalArgumentException("expected KIOSK-ID ACTION RESULT");
    }
    LogSettings settings =
        new LogSettings(directory, words.get(0), "tool", SEGMENT, BUDGET, LONG, Instant.EPOCH);
    try (AuditTrail trail =
        AuditTrail.open(
            settings,
            new TrailSettings(1, LONG),
            new AuditTrail.Around(Optional::empty, Optional::empty),
            InstantSource.system(),
            System::nanoTime)) {
      trail.require(
          AuditEvent.of(
              AuditActor.TECHNICIAN,
              AuditAction.valueOf(words.get(1)),
              AuditResult.valueOf(words.get(2))));
    }
    return 0;
  }
}
