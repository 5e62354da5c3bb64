package egov.kiosk.bench.crypto;

import egov.kiosk.audit.AuditTrail;
import egov.kiosk.audit.TrailSettings;
import egov.kiosk.audit.store.LogSettings;
import egov.kiosk.bench.Ratio;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Audit records a second that are on the disk, ten writers, over rows of as many bytes a second
 * that SQLite commits for ten writers in groups. Both sides in turns, the middle of the rounds.
 */
final class AuditBench {
  private static final int WRITERS = 10;
  private static final int ROUNDS = 7;
  private static final Duration ROUND = Duration.ofMillis(1500);
  private static final double GOAL = 0.8;

  /** As many bytes as the line of such a record. */
  private static final int LINE = 440;

  private interface Step {
    void once() throws Exception;
  }

  Ratio run() throws Exception {
    Path work = Files.createTempDirectory("kiosk-audit-bench");
    try {
      return measure(work);
    } finally {
      delete(work);
    }
  }

  private static Ratio measure(Path work) throws Exception {
    AuditEvent event =
        AuditEvent.of(AuditActor.TECHNICIAN, AuditAction.OUTBOX_RETRY, AuditResult.DONE)
            .with(AuditAttribute.ITEM, new AuditCode("pension-qualification"))
            .with(AuditAttribute.COUNT, 12);
    byte[] line = new byte[LINE];
    List<double[]> rounds = new ArrayList<>();
    try (AuditTrail trail = trail(work.resolve("log"));
        BareGroup bare = new BareGroup(work.resolve("bare.db"))) {
      round(() -> trail.require(event));
      round(() -> bare.commit(line));
      for (int i = 0; i < ROUNDS; i++) {
        double ours = round(() -> trail.require(event));
        double theirs = round(() -> bare.commit(line));
        rounds.add(new double[] {ours / theirs, ours, theirs});
      }
      System.err.printf("  rows a commit of SQLite's: %.1f%n", bare.groupSize());
    }
    rounds.sort(Comparator.comparingDouble(round -> round[0]));
    double[] middle = rounds.get(ROUNDS / 2);
    return Ratio.atLeast(
        "audit-append/sqlite-commits", middle[0], GOAL, middle[1], middle[2], "records/s");
  }

  private static AuditTrail trail(Path directory) throws IOException {
    return AuditTrail.open(
        new LogSettings(
            directory, "bench", "0", 64 << 20, 8L << 30, Duration.ofDays(184), Instant.EPOCH),
        new TrailSettings(1_000_000, Duration.ofDays(1)),
        new AuditTrail.Around(Optional::empty, Optional::empty),
        InstantSource.system(),
        System::nanoTime);
  }

  /** How often a second ten threads together do it. */
  private static double round(Step step) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      long began = System.nanoTime();
      long end = began + ROUND.toNanos();
      List<Future<Long>> counts = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        counts.add(
            threads.submit(
                () -> {
                  long count = 0;
                  while (System.nanoTime() - end < 0) {
                    step.once();
                    count++;
                  }
                  return count;
                }));
      }
      long all = 0;
      for (Future<Long> count : counts) {
        all += count.get();
      }
      return all * 1e9 / (System.nanoTime() - began);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
