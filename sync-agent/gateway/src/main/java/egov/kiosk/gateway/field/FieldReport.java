package egov.kiosk.gateway.field;

import egov.kiosk.contract.ReceivedTransaction;
import egov.kiosk.gateway.store.Finding;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a grid worker's message (网格工作) says about itself, as far as this edge looks. Holds no
 * personal data; nothing in it is longer than 64 letters, digits and few signs.
 *
 * @param rescued whether it is a draft that was rescued when its tablet was wiped
 * @param grid the grid it says it is of, or empty
 * @param worker the badge it says it is of, or empty
 * @param words where to look for it: worker, kind, task, household and its kind, item, beginning
 */
public record FieldReport(boolean rescued, String grid, String worker, Map<String, String> words) {
  private static final String RESCUED = "GRID-RESCUED";
  private static final String KIND_OF_HOUSE = "houseKind";
  private static final Set<String> ITEMS =
      Set.of("GRID-VISIT", "GRID-EVENT", "GRID-RESULT", "GRID-PATROL", "GRID-CHOICE", RESCUED);

  public FieldReport {
    words = Map.copyOf(words);
  }

  /** What a transaction says, when it is of field work. */
  public static Optional<FieldReport> of(ReceivedTransaction transaction) {
    if (!ITEMS.contains(transaction.itemCode())) {
      return Optional.empty();
    }
    Map<String, String> form = transaction.form();
    Map<String, String> words =
        Stream.of("worker", "kind", "grid", "taskId", "houseId", KIND_OF_HOUSE, "item", "begunAt")
            .filter(form::containsKey)
            .collect(Collectors.toMap(name -> name, name -> plain(form.get(name))));
    return Optional.of(
        new FieldReport(
            transaction.itemCode().equals(RESCUED),
            form.getOrDefault("grid", ""),
            form.getOrDefault("worker", ""),
            words));
  }

  /** Whether it brings a household that no list has yet (新增户), for somebody to match. */
  public boolean newHousehold() {
    return Finding.NEW_HOUSEHOLD.equals(words.get(KIND_OF_HOUSE));
  }

  private static String plain(String value) {
    String kept = value.replaceAll("[^A-Za-z0-9:._-]", "?");
    return kept.length() <= 64 ? kept : kept.substring(0, 64);
  }

  /** One line of {@code name=value}, by which it is found again. */
  public String line() {
    return Stream.of("worker", "taskId", "houseId", "kind", "item", "grid", "begunAt")
        .filter(words::containsKey)
        .map(name -> name + "=" + words.get(name))
        .collect(Collectors.joining(" "));
  }
}
