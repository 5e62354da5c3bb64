package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.SequenceRange;
import egov.kiosk.outboxsqlite.directory.StateDirectory;
import egov.kiosk.outboxsqlite.directory.Untold;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A salvage killed with SIGKILL at any moment: nothing more is lost, and the loss is told. */
class SalvageKillTest {
  private static final int KILLS = 8;

  @TempDir Path temp;

  @Test
  void sigkill_inTheMiddleOfSalvages_everyRowThereAndTheLossTold() throws Exception {
    Path directory = temp.resolve("q");
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 300, 2000);
    Fixture.sql(
        directory, "UPDATE message SET bytes = zeroblob(9) WHERE sequence BETWEEN 11 AND 20");
    sent.subList(10, 20).clear();
    OutboxSalvage.run(directory, Clock.systemUTC());
    Random random = new Random(20261122);
    for (int kill = 0; kill < KILLS; kill++) {
      runAndKill(directory, random.nextInt(120));
      try (SqliteOutbox outbox = Fixture.open(directory)) {
        assertTrue(sent.equals(Fixture.pending(outbox)), "after kill " + kill);
      }
      List<SequenceRange> told =
          new Untold(StateDirectory.existing(directory)).next().orElseThrow().missing();
      assertEquals(List.of(new SequenceRange(11, 20)), told);
    }
  }

  private static void runAndKill(Path directory, int millis) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SalvageForever.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertEquals("ready", process.inputReader().readLine());
      // The moment is what the test is about; it waits for nothing.
      TimeUnit.MILLISECONDS.sleep(300 + millis);
    } finally {
      process.destroyForcibly();
    }
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
  }
}
