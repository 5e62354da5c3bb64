package egov.kiosk.domain.transaction;

import java.util.List;
import java.util.Optional;

/** The service items this kiosk offers (事项目录). Safe for use by several threads. */
public interface Catalogue {
  /** All items, in the order they are shown. */
  List<ServiceItem> items();

  /** The item with this code. */
  default Optional<ServiceItem> item(String code) {
    return items().stream().filter(item -> item.code().equals(code)).findFirst();
  }
}
