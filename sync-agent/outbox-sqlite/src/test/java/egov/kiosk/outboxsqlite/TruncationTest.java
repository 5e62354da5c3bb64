package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.SignedEnvelope;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attack test F03: the database or its log is cut at every 512 bytes. What the remaining bytes hold
 * is salvaged, what they do not is reported by place, and the cut file is kept.
 */
class TruncationTest {
  private static final int STEP = 512;

  @TempDir Path temp;

  @Test
  void databaseCutEverywhere_open_restSalvagedAndLossNamed() throws Exception {
    Path origin = temp.resolve("origin");
    List<SignedEnvelope> sent = new ArrayList<>();
    try (SqliteOutbox outbox = Fixture.open(origin)) {
      for (int i = 0; i < 28; i++) {
        sent.add(Envelopes.of(1500 + 40 * i));
        outbox.append(sent.get(i));
      }
    }
    cutEverywhere(origin, Fixture.DB, sent);
  }

  @Test
  void logCutEverywhere_open_restSalvagedAndLossNamed() throws Exception {
    Path origin = temp.resolve("origin");
    List<SignedEnvelope> sent = Fixture.killedWith(origin, 7, 900);
    cutEverywhere(origin, Fixture.WAL, sent);
  }

  private void cutEverywhere(Path origin, String name, List<SignedEnvelope> sent) throws Exception {
    long length = Files.size(origin.resolve(name));
    int before = 0;
    int cuts = 0;
    for (long at = 0; at < length; at += STEP) {
      Path directory = temp.resolve("cut" + at);
      Fixture.copy(origin, directory);
      try (RandomAccessFile file = new RandomAccessFile(directory.resolve(name).toFile(), "rw")) {
        file.setLength(at);
      }
      int kept = check(directory, name, at, sent);
      assertTrue(kept >= before - 1, "a longer rest never holds much less");
      before = Math.max(before, kept);
      cuts++;
    }
    assertTrue(cuts > 100, "only " + cuts + " cuts");
    assertTrue(before >= sent.size() - 1, "the smallest cut loses one message at most");
  }

  private int check(Path directory, String name, long at, List<SignedEnvelope> sent)
      throws Exception {
    Set<SignedEnvelope> left;
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      List<SignedEnvelope> pending = Fixture.pending(outbox);
      left = new HashSet<>(pending);
      assertEquals(pending.size(), left.size(), "nothing is doubled");
      assertTrue(sent.containsAll(left), "nothing is invented");
      assertEquals(sent.size() + 1, outbox.append(Envelopes.of(10)), "no place is used twice");
    }
    String incident = Fixture.incidents(directory);
    int lost = sent.size() - left.size();
    if (lost == 1 && incident.contains("was altered; it is kept as a dead letter")) {
      // Cut within the last page of a message: the row is there, what is left of it is kept.
      return left.size();
    }
    if (lost > 0) {
      assertTrue(incident.contains(lost + " missing at places "), "cut at " + at + ": " + incident);
      Path kept = Fixture.quarantined(directory).get(0);
      boolean stillThere = Files.exists(kept.resolve(name));
      assertTrue(stillThere && Files.size(kept.resolve(name)) == at, "the cut file is kept");
    }
    return left.size();
  }
}
