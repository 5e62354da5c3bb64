package egov.kiosk.proving.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The campaign would see what must not be. */
class AuditTest {
  private final Books books = new Books();
  private final Audit audit = new Audit(books);
  private final World world = new World();

  @Test
  void everythingArrived_run_isGood() throws Exception {
    accept("a", "k", 1);
    accept("b", "k", 2);
    accept("c", "-", 3);
    world.arrived("a", "c", "b");
    Finding finding = audit.run(world, false);
    assertEquals(3, finding.delivered());
    assertTrue(finding.complaints().isEmpty());
  }

  @Test
  void acceptedMessageNowhere_run_isLost() throws Exception {
    accept("a", "k", 1);
    Finding finding = audit.run(world, true);
    assertEquals(1, finding.lost());
    assertFalse(finding.complaints().isEmpty());
  }

  @Test
  void messageSettledWithoutThePlatform_run_isLost() throws Exception {
    accept("a", "k", 1);
    world.standing.put("a", "DELIVERED");
    assertEquals(1, audit.run(world, false).lost());
  }

  @Test
  void reportedMissing_run_isLostUnlessBytesWereDestroyed() throws Exception {
    accept("a", "k", 1);
    world.missing.add(1L);
    assertEquals(1, audit.run(world, false).lost());
    accept("b", "k", 2);
    world.missing.add(2L);
    Finding finding = audit.run(world, true);
    assertEquals(1, finding.destroyed());
    assertEquals(0, finding.lost());
  }

  @Test
  void pendingAndDeadLetter_run_areVisible() throws Exception {
    accept("a", "k", 1);
    accept("b", "k", 2);
    world.standing.putAll(Map.of("a", "PENDING", "b", "DEAD_LETTER"));
    Finding finding = audit.run(world, false);
    assertEquals(1, finding.pending());
    assertEquals(1, finding.dead());
    assertTrue(finding.complaints().isEmpty());
    world.arrived("a");
    assertEquals(1, audit.run(world, false).delivered());
  }

  @Test
  void laterMessageTakenFirst_run_isOutOfOrder() throws Exception {
    accept("a", "k", 1);
    accept("b", "k", 2);
    world.arrived("b", "a");
    assertEquals(1, audit.run(world, false).disordered());
  }

  @Test
  void laterMessageTakenAnAuditEarlier_run_isOutOfOrder() throws Exception {
    accept("a", "k", 1);
    accept("b", "k", 2);
    world.standing.put("a", "PENDING");
    world.arrived("b");
    assertEquals(0, audit.run(world, false).disordered());
    world.arrived("a");
    assertEquals(1, audit.run(world, false).disordered());
  }

  @Test
  void moreAtThePlatformThanSent_run_isDoubled() throws Exception {
    accept("a", "k", 1);
    world.arrived("a");
    world.extra = 1;
    assertEquals(1, audit.run(world, false).doubled());
  }

  @Test
  void fewerAtThePlatformThanBefore_run_isLost() throws Exception {
    accept("a", "k", 1);
    world.arrived("a");
    audit.run(world, false);
    world.numbers.clear();
    assertEquals(1, audit.run(world, false).lost());
  }

  @Test
  void unannouncedMessageComesDuringTheAudit_run_isNotDoubled() throws Exception {
    books.heard("try a k 1");
    world.standing.put("a", "PENDING");
    world.comesBeforeTheCount = "a";
    Finding finding = audit.run(world, false);
    assertEquals(0, finding.doubled());
    assertEquals(1, finding.unannounced());
    assertEquals(2, finding.restless());
    assertTrue(finding.complaints().isEmpty());
    assertEquals(0, audit.run(world, false).restless());
  }

  @Test
  void refusedMessageTurnsUpLater_run_isKnown() throws Exception {
    books.heard("try a k 1");
    books.heard("refused a IO");
    assertTrue(audit.run(world, false).complaints().isEmpty());
    world.arrived("a");
    Finding finding = audit.run(world, false);
    assertEquals(1, finding.unannounced());
    assertEquals(0, finding.doubled());
  }

  @Test
  void acceptedAfterThePowerWent_run_neverWas() throws Exception {
    accept("a", "k", 1);
    Books.Moment moment = books.moment();
    accept("b", "k", 2);
    books.backTo(moment);
    world.arrived("a");
    Finding finding = audit.run(world, false);
    assertEquals(1, books.accepted());
    assertTrue(finding.complaints().isEmpty());
  }

  private void accept(String id, String key, long number) {
    assertTrue(books.heard("try " + id + " " + key + " " + number));
    assertTrue(books.heard("took " + id + " " + number));
  }

  private static final class World implements Witness {
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, String> standing = new HashMap<>();
    private final Set<Long> missing = new HashSet<>();
    private long extra;
    private String comesBeforeTheCount = "";

    void arrived(String... ids) {
      for (String id : ids) {
        numbers.put(id, "20261122%06d".formatted(numbers.size() + 1));
      }
    }

    @Override
    public Optional<String> number(String id) {
      return Optional.ofNullable(numbers.get(id));
    }

    @Override
    public long count() {
      if (!comesBeforeTheCount.isEmpty()) {
        arrived(comesBeforeTheCount);
        comesBeforeTheCount = "";
      }
      return numbers.size() + extra;
    }

    @Override
    public String standing(String id, long sequence) {
      return standing.getOrDefault(id, "ABSENT");
    }

    @Override
    public boolean reportedMissing(long sequence) {
      return missing.contains(sequence);
    }
  }
}
