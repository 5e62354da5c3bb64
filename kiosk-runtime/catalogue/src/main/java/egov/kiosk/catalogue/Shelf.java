package egov.kiosk.catalogue;

import egov.kiosk.domain.transaction.ServiceItem;
import java.util.List;

/**
 * What one look into the directory found.
 *
 * @param items in service, in the order of their files' names
 * @param refused files that are not
 */
record Shelf(List<ServiceItem> items, List<RefusedFile> refused) {
  Shelf {
    items = List.copyOf(items);
    refused = List.copyOf(refused);
  }
}
