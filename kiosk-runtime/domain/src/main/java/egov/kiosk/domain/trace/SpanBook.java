package egov.kiosk.domain.trace;

import egov.kiosk.domain.transaction.TransactionId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Remembers the latest spans of each room, in memory alone. A room has places of its own, so that
 * what the line says about a backlog of a hundred thousand messages does not push out what happened
 * at the counter. Telling it something waits for nobody. Safe for several threads.
 */
public final class SpanBook implements Spans, Traces {
  /** So many are remembered of each room: at the desk those of the last sixty citizens or so. */
  public static final int EACH_ROOM = 1024;

  private static final Comparator<Sum> ORDER =
      Comparator.comparing(Sum::room).thenComparing(sum -> sum.work().name());

  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Map<Room, Ring> rings = new EnumMap<>(Room.class);
  private final Map<Kind, Total> totals = new ConcurrentHashMap<>();

  private record Kind(Room room, Enum<?> work) {}

  private static final class Total {
    final LongAdder count = new LongAdder();
    final LongAdder nanos = new LongAdder();
  }

  private static final class Ring {
    final AtomicLong told = new AtomicLong();
    final AtomicReferenceArray<Span> places = new AtomicReferenceArray<>(EACH_ROOM);

    void add(Span span) {
      places.set((int) (told.getAndIncrement() % EACH_ROOM), span);
    }

    List<Span> all() {
      List<Span> all = new ArrayList<>();
      for (int at = 0; at < EACH_ROOM; at++) {
        Span span = places.get(at);
        if (span != null) {
          all.add(span);
        }
      }
      return all;
    }
  }

  /**
   * Remembers nothing yet.
   *
   * @param clock what citizens' and technicians' watches show
   * @param nanos never set back, such as {@link System#nanoTime}
   */
  public SpanBook(InstantSource clock, LongSupplier nanos) {
    this.clock = Objects.requireNonNull(clock, "clock");
    this.nanos = Objects.requireNonNull(nanos, "nanos");
    for (Room room : Room.values()) {
      rings.put(room, new Ring());
    }
  }

  @Override
  public void over(TransactionId trace, Room room, Enum<?> work, Duration lasted, Enum<?> outcome) {
    Duration took = lasted.isNegative() ? Duration.ZERO : lasted;
    long tick = nanos.getAsLong() - took.toNanos();
    rings
        .get(room)
        .add(new Span(trace, room, work, clock.instant().minus(took), took, outcome, tick));
    Total total = totals.computeIfAbsent(new Kind(room, work), kind -> new Total());
    total.count.increment();
    total.nanos.add(took.toNanos());
  }

  @Override
  public List<Span> of(TransactionId trace) {
    return rings.values().stream()
        .flatMap(ring -> ring.all().stream())
        .filter(span -> span.trace().equals(trace))
        .sorted(SpanBook::earlier)
        .toList();
  }

  @Override
  public Optional<TransactionId> last() {
    return rings.get(Room.QUEUE).all().stream()
        .filter(span -> span.work() == Work.COMMIT && span.outcome() == Ended.DONE)
        .max(SpanBook::earlier)
        .map(Span::trace);
  }

  /** By difference: a clock of nanoseconds may run over. What lasts longer comes first. */
  private static int earlier(Span one, Span other) {
    int order = Long.signum(one.tick() - other.tick());
    return order == 0 ? other.lasted().compareTo(one.lasted()) : order;
  }

  @Override
  public List<Sum> sums() {
    return totals.entrySet().stream()
        .map(
            entry ->
                new Sum(
                    entry.getKey().room(),
                    entry.getKey().work(),
                    entry.getValue().count.sum(),
                    Duration.ofNanos(entry.getValue().nanos.sum())))
        .sorted(ORDER)
        .toList();
  }
}
