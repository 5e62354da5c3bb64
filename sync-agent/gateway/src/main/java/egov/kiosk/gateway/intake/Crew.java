package egov.kiosk.gateway.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Does the same to every member of a list, on all processors: the caller's thread works along with
 * the others, named {@code gateway-crew-<n>}. Safe for several threads.
 */
final class Crew implements AutoCloseable {
  /** A handful is done sooner than handed over. */
  private static final int WORTH_SHARING = 4;

  private final int hands;
  private final ExecutorService others;

  /**
   * @param hands how many threads work at once, the caller's included
   */
  Crew(int hands) {
    this.hands = hands;
    AtomicInteger number = new AtomicInteger();
    others =
        Executors.newFixedThreadPool(
            Math.max(1, hands - 1),
            task -> {
              Thread made = new Thread(task, "gateway-crew-" + number.incrementAndGet());
              made.setDaemon(true);
              return made;
            });
  }

  /** The results in the order of the list. */
  <A, B> List<B> each(List<A> list, Function<A, B> work) {
    int parts = Math.min(hands, list.size() / WORTH_SHARING);
    if (parts <= 1) {
      return list.stream().map(work).toList();
    }
    int size = (list.size() + parts - 1) / parts;
    List<CompletableFuture<List<B>>> handed = new ArrayList<>();
    for (int from = size; from < list.size(); from += size) {
      List<A> part = list.subList(from, Math.min(list.size(), from + size));
      handed.add(CompletableFuture.supplyAsync(() -> part.stream().map(work).toList(), others));
    }
    List<B> results = new ArrayList<>(list.subList(0, size).stream().map(work).toList());
    handed.forEach(part -> results.addAll(part.join()));
    return results;
  }

  @Override
  public void close() {
    others.shutdown();
  }
}
