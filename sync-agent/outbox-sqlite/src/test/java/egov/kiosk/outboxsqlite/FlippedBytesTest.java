package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.Reckoning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Pages torn and bytes flipped at random places: rows that were not hit are all saved, those that
 * were are named, the books balance, and nothing is invented.
 */
class FlippedBytesTest {
  private static final int MESSAGES = 300;
  private static final int PAGE = 4096;

  @Property(tries = 8)
  void salvage_randomDamage_everyIntactRowSaved(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int blows) throws Exception {
    Path temp = Files.createTempDirectory("flipped");
    Path directory = temp.resolve("q");
    try {
      List<SignedEnvelope> sent = Fixture.closedWith(directory, MESSAGES, 900);
      Random random = new Random(seed);
      int pages = (int) (Files.size(directory.resolve(Fixture.DB)) / PAGE);
      for (int i = 0; i < blows; i++) {
        byte[] noise = new byte[1 + random.nextInt(PAGE)];
        random.nextBytes(noise);
        Fixture.overwrite(directory, (long) random.nextInt(pages) * PAGE, noise);
      }
      OutboxSalvage.run(directory, Clock.systemUTC());
      check(directory, sent, blows);
    } finally {
      Fixture.delete(temp);
    }
  }

  private static void check(Path directory, List<SignedEnvelope> sent, int blows) throws Exception {
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      List<SignedEnvelope> found = Fixture.pending(outbox);
      Set<SignedEnvelope> left = new HashSet<>(found);
      assertEquals(found.size(), left.size());
      assertTrue(sent.containsAll(left));
      // A page holds four rows at most.
      assertTrue(left.size() >= MESSAGES - 4 * blows, "left " + left.size() + " of " + blows);
      assertEquals(new OutboxCounts(left.size(), 0, 0), outbox.counts());
      Reckoning books = outbox.reckon(LocalDate.EPOCH);
      assertEquals(MESSAGES - left.size(), books.missing());
      for (OutboxEntry entry : Fixture.list(outbox)) {
        assertEquals(DeliveryState.PENDING, entry.state());
        assertEquals(sent.get((int) entry.sequence() - 1).id(), entry.id(), "each at its place");
      }
    }
  }
}
