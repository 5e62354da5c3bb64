package egov.kiosk.telemetry;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was counted since the start, by service item and result. Used by one thread. */
final class Counters {
  /** What stands for items beyond those told apart. */
  static final String OTHER = "other";

  private static final int MOST_ITEMS = 64;

  private final Map<String, Map<String, Long>> byItem = new TreeMap<>();
  private Duration latency = Duration.ZERO;
  private long answers;

  /** Counts one message of an item. */
  void count(String item, String result) {
    boolean known = byItem.containsKey(item) || byItem.size() < MOST_ITEMS;
    String counted = known && item.matches("[A-Za-z0-9-]{1,64}") ? item : OTHER;
    byItem.computeIfAbsent(counted, i -> new TreeMap<>()).merge(result, 1L, Long::sum);
  }

  /** Notes how long an answer took. */
  void answered(Duration since) {
    latency = latency.plus(since.isNegative() ? Duration.ZERO : since);
    answers++;
  }

  double latencySeconds() {
    return Math.rint(latency.toMillis()) / 1000;
  }

  long answers() {
    return answers;
  }

  int items() {
    return byItem.size();
  }

  /** The numbers by item and result: the busiest items by name, the rest together. */
  Map<String, Map<String, Long>> busiest(int items) {
    List<String> order =
        byItem.keySet().stream()
            .sorted(Comparator.comparingLong((String item) -> -sum(item)))
            .toList();
    Map<String, Map<String, Long>> told = new LinkedHashMap<>();
    for (int i = 0; i < order.size(); i++) {
      Map<String, Long> results =
          told.computeIfAbsent(i < items ? order.get(i) : OTHER, item -> new TreeMap<>());
      byItem.get(order.get(i)).forEach((result, count) -> results.merge(result, count, Long::sum));
    }
    return told;
  }

  private long sum(String item) {
    return byItem.get(item).values().stream().mapToLong(Long::longValue).sum();
  }
}
