package egov.kiosk.proving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.proving.fault.Kind;
import egov.kiosk.proving.report.Report;
import egov.kiosk.proving.report.Sitting;
import egov.kiosk.proving.stand.PlatformKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
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
  private static final Set<Kind> OF_WORKERS = Set.of(Kind.KILL_WORKER, Kind.KILL_DATABASE);
  private static final long SEED = 20_261_122;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path directory;

  private void run(Set<Kind> kinds, PlatformKind platform) throws Exception {
    Course course =
        new Course(
            kinds.size(),
            SEED,
            Duration.ofMinutes(3),
            2,
            kinds.size(),
            kinds,
            true,
            Optional.empty(),
            platform,
            directory);
    Sitting sitting = new Sitting("unknown", SEED, Instant.now(), 2, platform.name());
    Report report = new Campaign(course, sitting, now -> {}).run(directory);
    assertTrue(report.good(), () -> String.join("\n", report.complaints()));
    for (Kind kind : kinds) {
      assertFalse(
          report.notRun().containsKey(kind.word()),
          "a campaign needs root and its Debian packages: " + report.notRun());
      assertEquals(1, report.cycles(kind.word()), kind.word());
    }
    assertTrue(report.total("accepted") > kinds.size(), "accepted " + report.total("accepted"));
    assertEquals(0, report.total("lost"));
    assertEquals(0, report.total("doubled"));
    assertEquals(0, report.total("outOfOrder"));
  }

  @Test
  @Timeout(240)
  void everyKindOfFaultOnce_run_nothingLostDoubledOrOutOfOrder() throws Exception {
    run(EnumSet.complementOf(EnumSet.copyOf(OF_WORKERS)), PlatformKind.JOURNAL);
  }

  @Test
  @Timeout(240)
  void workersAndDatabaseKilledAndCutOff_run_nothingLostDoubledOrOutOfOrder() throws Exception {
    Set<Kind> kinds = EnumSet.of(Kind.KILL_PLATFORM, Kind.PLATFORM_POWER_CUT);
    kinds.addAll(OF_WORKERS);
    run(kinds, PlatformKind.POSTGRESQL);
  }
}
