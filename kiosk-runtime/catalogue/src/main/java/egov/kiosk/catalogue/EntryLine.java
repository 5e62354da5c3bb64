package egov.kiosk.catalogue;

import egov.kiosk.domain.transaction.ItemStep;
import egov.kiosk.domain.transaction.Listing;
import egov.kiosk.domain.transaction.ServiceItem;
import java.util.stream.Collectors;

/** An item in one line, for whoever wrote it to see that it says what was meant. */
final class EntryLine {
  private EntryLine() {}

  static String of(ServiceItem item) {
    Listing listing = item.profile().listing();
    return item.code()
        + " "
        + item.name()
        + (listing.number() > 0 ? ", number " + listing.number() : "")
        + ": "
        + ItemStep.of(item).stream().map(ItemStep::name).collect(Collectors.joining(" > "))
        + (item.guide().isPresent() ? "" : " > " + item.profile().outcome())
        + ", "
        + item.offlineClass();
  }
}
