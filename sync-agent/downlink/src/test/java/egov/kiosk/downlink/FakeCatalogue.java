package egov.kiosk.downlink;

import egov.kiosk.domain.fleet.CatalogueStore;
import egov.kiosk.domain.fleet.OrderRefusedException;
import egov.kiosk.domain.fleet.OrderRefusedException.Reason;
import java.util.List;

/** Service items in memory. */
final class FakeCatalogue implements CatalogueStore {
  long version;
  List<String> items = List.of("base");

  @Override
  public long version() {
    return version;
  }

  @Override
  public void replace(long wanted, List<String> texts) throws OrderRefusedException {
    if (texts.contains("broken")) {
      throw new OrderRefusedException(Reason.INVALID, "item 1 line 1: is not JSON here");
    }
    version = wanted;
    items = texts;
  }

  @Override
  public int reload() {
    return items.size();
  }
}
