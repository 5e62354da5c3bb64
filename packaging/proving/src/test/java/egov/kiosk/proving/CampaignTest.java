package egov.kiosk.proving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.proving.fault.Kind;
import egov.kiosk.proving.report.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A short campaign with every kind of fault; the long one is {@code packaging/campaign}. */
@Tag("campaign")
class CampaignTest {
  private static final long SEED = 20_261_122;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path directory;

  @Test
  @Timeout(240)
  void everyKindOfFaultOnce_run_nothingLostDoubledOrOutOfOrder() throws Exception {
    int kinds = Kind.values().length;
    Course course =
        new Course(kinds, SEED, Duration.ofMinutes(3), 2, kinds, Set.of(), true, Optional.empty());
    Report report = new Campaign(course, now -> {}).run(directory);
    assertTrue(report.good(), () -> String.join("\n", report.complaints()));
    assertEquals(Map.of(), report.notRun(), "a campaign needs root and its Debian packages");
    for (Kind kind : Kind.values()) {
      assertEquals(1, report.cycles(kind.word()), kind.word());
    }
    assertTrue(report.total("accepted") > kinds, "accepted " + report.total("accepted"));
    assertEquals(0, report.total("lost"));
    assertEquals(0, report.total("doubled"));
    assertEquals(0, report.total("outOfOrder"));
  }
}
