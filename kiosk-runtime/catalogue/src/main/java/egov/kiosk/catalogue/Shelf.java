package egov.kiosk.catalogue;

import egov.kiosk.domain.transaction.ServiceItem;
import java.util.List;
import java.util.Map;

/**
 * What one look at a set of entries found.
 *
 * @param items in service, in the order they were given in
 * @param entries the entries in service as they were written, by their names
 * @param refused those that are not in service
 */
record Shelf(List<ServiceItem> items, Map<String, Entry> entries, List<RefusedFile> refused) {
  /** Nothing. */
  static final Shelf EMPTY = new Shelf(List.of(), Map.of(), List.of());

  Shelf {
    items = List.copyOf(items);
    entries = Map.copyOf(entries);
    refused = List.copyOf(refused);
  }

  /** An entry's item as it is done: of a bundle all that came together. */
  ServiceItem whole(Entry entry) {
    return items.stream()
        .filter(item -> item.code().equals(entry.item().code()))
        .findFirst()
        .orElseThrow();
  }
}
