package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.outbox.Reckoning;
import egov.kiosk.domain.outbox.Settlement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The queue against a list: whatever is done to it, with restarts and kills, both agree. */
class QueueModelTest {
  private enum Kind {
    APPEND,
    APPEND_AGAIN,
    APPEND_CONFLICT,
    ACCEPT,
    REJECT,
    WRONG_DIGEST,
    RETRY,
    SALVAGE,
    ATTEMPT,
    REOPEN,
    KILL
  }

  private record Step(Kind kind, int which, int size) {}

  private static final class Modelled {
    final SignedEnvelope envelope;
    DeliveryState state = DeliveryState.PENDING;
    int attempts;

    Modelled(SignedEnvelope envelope) {
      this.envelope = envelope;
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequency(
            Tuple.of(6, Kind.APPEND),
            Tuple.of(1, Kind.APPEND_AGAIN),
            Tuple.of(1, Kind.APPEND_CONFLICT),
            Tuple.of(3, Kind.ACCEPT),
            Tuple.of(1, Kind.REJECT),
            Tuple.of(1, Kind.WRONG_DIGEST),
            Tuple.of(2, Kind.ATTEMPT),
            Tuple.of(2, Kind.RETRY),
            Tuple.of(1, Kind.SALVAGE),
            Tuple.of(1, Kind.REOPEN),
            Tuple.of(1, Kind.KILL));
    return Combinators.combine(
            kinds, Arbitraries.integers().between(0, 1000), Arbitraries.integers().between(1, 9000))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Property(tries = 60)
  void anySteps_agreeWithTheModel(@ForAll("steps") List<Step> steps) throws Exception {
    Path temp = Files.createTempDirectory("queue-model");
    List<Modelled> model = new ArrayList<>();
    Path directory = temp.resolve("q0");
    SqliteOutbox outbox = Fixture.open(directory);
    try {
      int restarts = 0;
      for (Step step : steps) {
        if (step.kind == Kind.REOPEN) {
          outbox.close();
          outbox = Fixture.open(directory);
        } else if (step.kind == Kind.SALVAGE) {
          outbox.close();
          OutboxSalvage.run(directory, Clock.systemUTC());
          Files.delete(directory.resolve("incidents.txt"));
          outbox = Fixture.open(directory);
        } else if (step.kind == Kind.KILL) {
          Path next = temp.resolve("q" + ++restarts);
          Fixture.copy(directory, next);
          outbox.close();
          directory = next;
          outbox = Fixture.open(directory);
          // A kill may lose the latest counts of sendings, and nothing else.
          List<OutboxEntry> found = Fixture.list(outbox);
          for (int i = 0; i < model.size(); i++) {
            model.get(i).attempts = found.get(i).attempts();
          }
        } else {
          act(outbox, model, step);
        }
        agree(outbox, model);
      }
      assertEquals("", Fixture.incidents(directory));
    } finally {
      outbox.close();
      Fixture.delete(temp);
    }
  }

  private static void act(SqliteOutbox outbox, List<Modelled> model, Step step) throws Exception {
    if (step.kind == Kind.APPEND || model.isEmpty()) {
      Modelled fresh = new Modelled(Envelopes.of(Lane.values()[step.which % 3], step.size));
      model.add(fresh);
      assertEquals(model.size(), outbox.append(fresh.envelope));
      return;
    }
    int index = step.which % model.size();
    Modelled target = model.get(index);
    SignedEnvelope other = Envelopes.of(target.envelope.id(), step.size, ~step.which);
    switch (step.kind) {
      case APPEND_AGAIN -> assertEquals(index + 1, outbox.append(target.envelope));
      case APPEND_CONFLICT -> {
        OutboxException e = assertThrows(OutboxException.class, () -> outbox.append(other));
        assertEquals(Reason.CONFLICT, e.reason());
      }
      case ACCEPT -> {
        Settlement expected = settlement(target, DeliveryState.DELIVERED);
        assertEquals(expected, outbox.settle(Envelopes.accepted(target.envelope)));
      }
      case REJECT -> {
        Settlement expected = settlement(target, DeliveryState.DEAD_LETTER);
        assertEquals(expected, outbox.settle(Envelopes.rejected(target.envelope)));
      }
      case WRONG_DIGEST ->
          assertEquals(Settlement.DIGEST_MISMATCH, outbox.settle(Envelopes.accepted(other)));
      case RETRY -> {
        boolean dead = target.state == DeliveryState.DEAD_LETTER;
        assertEquals(dead, outbox.retry(target.envelope.id()));
        target.state = dead ? DeliveryState.PENDING : target.state;
      }
      case ATTEMPT -> {
        outbox.attempted(index + 1);
        target.attempts++;
      }
      default -> throw new AssertionError(step);
    }
  }

  private static Settlement settlement(Modelled target, DeliveryState to) {
    if (target.state != DeliveryState.PENDING) {
      return Settlement.ALREADY_SETTLED;
    }
    target.state = to;
    return Settlement.SETTLED;
  }

  private static void agree(SqliteOutbox outbox, List<Modelled> model) throws OutboxException {
    List<OutboxEntry> entries = Fixture.list(outbox);
    assertEquals(model.size(), entries.size());
    for (int i = 0; i < model.size(); i++) {
      assertEquals(i + 1, entries.get(i).sequence());
      assertEquals(model.get(i).envelope.id(), entries.get(i).id());
      assertEquals(model.get(i).state, entries.get(i).state());
      assertEquals(model.get(i).attempts, entries.get(i).attempts());
    }
    assertEquals(
        model.stream().filter(m -> m.state == DeliveryState.PENDING).map(m -> m.envelope).toList(),
        Fixture.pending(outbox));
    for (Lane lane : Lane.values()) {
      assertEquals(
          model.stream()
              .filter(m -> m.state == DeliveryState.PENDING && m.envelope.label().lane() == lane)
              .map(m -> m.envelope)
              .toList(),
          Fixture.pending(outbox, lane).stream().map(QueuedEnvelope::envelope).toList());
    }
    Reckoning books = outbox.reckon(LocalDate.EPOCH);
    assertEquals(model.size(), books.created());
    assertEquals(0, books.missing());
    assertEquals(
        new OutboxCounts(
            count(model, DeliveryState.PENDING),
            count(model, DeliveryState.DELIVERED),
            count(model, DeliveryState.DEAD_LETTER)),
        outbox.counts());
  }

  private static long count(List<Modelled> model, DeliveryState state) {
    return model.stream().filter(m -> m.state == state).count();
  }
}
