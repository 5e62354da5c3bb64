package egov.kiosk.catalogue;

import egov.kiosk.domain.transaction.ServiceItem;
import java.util.List;

/**
 * A set of service items the platform sent.
 *
 * @param version its number, greater than 0
 * @param items in the order they are shown; empty means those the kiosk was delivered with
 */
record Generation(long version, List<ServiceItem> items) {
  Generation {
    items = List.copyOf(items);
  }
}
