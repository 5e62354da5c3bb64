package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.domain.outbox.Settlement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Run by {@link FullDiskTest} with a small disk of its own; ends with 0 when all went well. */
final class FillTheDisk {
  private FillTheDisk() {}

  public static void main(String[] arguments) throws Exception {
    Path disk = Path.of(arguments[0]);
    Path directory = disk.resolve("q");
    OutboxSettings settings =
        new OutboxSettings(directory, 1 << 30, 8 << 20, Duration.ofSeconds(5));
    List<SignedEnvelope> kept = new ArrayList<>();
    try (SqliteOutbox outbox = Fixture.open(settings)) {
      require(outbox.accepting(), "accepts on an empty disk");
      fillUp(outbox, kept);
      require(!outbox.accepting(), "stops new business");
      require(new DiskCheck(outbox).check(Duration.ZERO).level() == Level.FAIL, "says so");
      require(kept.equals(Fixture.pending(outbox)), "nothing lost");
      somebodyElseTakesTheRest(disk);
      // What is allocated already, such as the log, may take a few more.
      fillUp(outbox, kept);
    }
    try (SqliteOutbox outbox = Fixture.open(settings)) {
      require(kept.equals(Fixture.pending(outbox)), "nothing lost after a restart");
      for (SignedEnvelope message : kept) {
        Settlement settlement = outbox.settle(Envelopes.accepted(message));
        require(settlement == Settlement.SETTLED, "drains on a full disk");
      }
      Files.delete(disk.resolve("other"));
      require(outbox.accepting(), "accepts again");
      outbox.append(Envelopes.of(20_000));
      require(Fixture.incidents(directory).isEmpty(), "a full disk is no damage");
    }
    System.out.println("kept " + kept.size() + ", drained");
  }

  private static void fillUp(SqliteOutbox outbox, List<SignedEnvelope> kept)
      throws OutboxException {
    while (true) {
      SignedEnvelope message = Envelopes.of(20_000);
      try {
        outbox.append(message);
        kept.add(message);
      } catch (OutboxException e) {
        require(e.reason() == Reason.FULL, "refused with FULL: " + e);
        return;
      }
    }
  }

  private static void somebodyElseTakesTheRest(Path disk) throws IOException {
    try (OutputStream out = Files.newOutputStream(disk.resolve("other"))) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException e) {
      System.out.println("the disk is full: " + e.getMessage());
    }
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError(what);
    }
  }
}
