package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.Settlement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * Run by {@link FullDiskTest} on a disk with few inodes, which somebody else's files use up; ends
 * with 0 when all went well.
 */
final class UseUpTheInodes {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private UseUpTheInodes() {}

  public static void main(String[] arguments) throws Exception {
    Path disk = Path.of(arguments[0]);
    Path directory = disk.resolve("q");
    OutboxSettings settings =
        new OutboxSettings(directory, 1 << 30, 8 << 20, Duration.ofSeconds(5));
    List<SignedEnvelope> kept = new ArrayList<>();
    List<Path> others = new ArrayList<>();
    try (SqliteOutbox outbox = Fixture.open(settings)) {
      append(outbox, kept, 20);
      require(outbox.accepting(), "accepts with inodes left");
      takeAll(disk, others);
      Awaitility.await("new business stops").atMost(PATIENCE).until(() -> !outbox.accepting());
      Finding finding = new DiskCheck(outbox).check(Duration.ZERO);
      require(finding.level() == Level.FAIL, "says so");
      require(finding.what().contains("No further file"), finding.what());
      // Whoever began before may end: the queue's own files are there.
      append(outbox, kept, 5);
      settle(outbox, kept, 3);
    }
    // The files of an open queue are gone when it is closed; somebody takes their places as well.
    takeAll(disk, others);
    try (SqliteOutbox outbox = Fixture.open(settings)) {
      require(kept.equals(Fixture.pending(outbox)), "nothing lost after a restart");
      require(!outbox.accepting(), "still refuses");
      settle(outbox, kept, kept.size());
      require(Fixture.pending(outbox).isEmpty(), "all of it left");
      for (Path other : others) {
        Files.delete(other);
      }
      Awaitility.await("back by itself").atMost(PATIENCE).until(outbox::accepting);
      append(outbox, kept, 1);
      require(Fixture.incidents(directory).isEmpty(), "that is no damage");
    }
    System.out.println("drained");
  }

  private static void append(SqliteOutbox outbox, List<SignedEnvelope> kept, int count)
      throws OutboxException {
    for (int i = 0; i < count; i++) {
      SignedEnvelope message = Envelopes.of(5_000);
      outbox.append(message);
      kept.add(message);
    }
  }

  private static void settle(SqliteOutbox outbox, List<SignedEnvelope> kept, int count)
      throws OutboxException {
    for (int i = 0; i < count; i++) {
      require(outbox.settle(Envelopes.accepted(kept.remove(0))) == Settlement.SETTLED, "drains");
    }
  }

  private static void takeAll(Path disk, List<Path> others) {
    try {
      while (true) {
        others.add(Files.createFile(disk.resolve("other-" + others.size())));
      }
    } catch (IOException e) {
      System.out.println("no inode is left: " + e.getMessage());
    }
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError(what);
    }
  }
}
