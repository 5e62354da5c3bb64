package egov.kiosk.flow.view;

import egov.kiosk.domain.transaction.Catalogue;
import egov.kiosk.domain.transaction.ItemProfile;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.flow.desk.ItemView;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Draws an item for the list. Stateless. */
public final class ItemViews {
  private ItemViews() {}

  public static ItemView of(ServiceItem item, Optional<ItemView.Reason> why, Catalogue catalogue) {
    ItemProfile profile = item.profile();
    return new ItemView(
        item.code(),
        item.name(),
        item.nameEnglish(),
        item.summary(),
        profile.listing().summaryEnglish(),
        item.offlineClass(),
        why.isEmpty(),
        why.orElse(null),
        profile.listing().lifeEvents(),
        profile.listing().initials(),
        profile.listing().number(),
        profile.jurisdiction().filter(law -> !law.crossProvince().isEmpty()).isPresent(),
        names(profile.bundle(), catalogue, ServiceItem::name),
        names(profile.bundle(), catalogue, ServiceItem::nameEnglish));
  }

  private static List<String> names(
      List<String> codes, Catalogue catalogue, Function<ServiceItem, String> name) {
    return codes.stream().flatMap(code -> catalogue.item(code).stream()).map(name).toList();
  }
}
