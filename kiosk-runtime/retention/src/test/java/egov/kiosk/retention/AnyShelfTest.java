package egov.kiosk.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.retention.Holding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever there is and whatever the platform said: exactly what is over its time goes. */
class AnyShelfTest {
  @Property(tries = 100)
  void anyAges_exactlyTheOldOnesGo(
      @ForAll @Size(max = 60) List<@IntRange(min = -500, max = 500) Integer> ages,
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = -200, max = 200) Integer> said)
      throws Exception {
    Path temp = Files.createTempDirectory("retention");
    try {
      Hall hall = new Hall(temp);
      List<Instant> things =
          ages.stream().map(days -> Hall.NOON.minus(Duration.ofDays(days))).sorted().toList();
      ShelfStore shelf = new ShelfStore(Holding.QUEUE_SET_ASIDE, things);
      hall.stores.add(shelf);
      Instant latest = Instant.MIN;
      for (int days : said) {
        Instant at = Hall.NOON.plus(Duration.ofDays(days));
        hall.receipt(at);
        latest = at.isAfter(latest) ? at : latest;
      }
      hall.retention.beat();
      Instant limit = latest.minus(Duration.ofDays(90));
      assertEquals(things.stream().filter(at -> !at.isBefore(limit)).toList(), shelf.things);
    } finally {
      Files.deleteIfExists(temp.resolve("book"));
      Files.delete(temp);
    }
  }
}
