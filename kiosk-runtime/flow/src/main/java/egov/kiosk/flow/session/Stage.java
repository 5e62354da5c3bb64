package egov.kiosk.flow.session;

import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.ServiceItem;
import java.util.ArrayList;
import java.util.List;

/** The steps a citizen counts: "step 2 of 5". Choosing the item was the first. */
public enum Stage {
  CHOICE,
  CARD,
  FACE,
  FORM,
  MATERIALS,
  LAST;

  /** The steps this item has, in order. */
  public static List<Stage> of(ServiceItem item) {
    List<Stage> stages = new ArrayList<>();
    stages.add(CHOICE);
    if (item.identityLevel() != IdentityLevel.NONE) {
      stages.add(CARD);
    }
    if (item.identityLevel() == IdentityLevel.VERIFIED) {
      stages.add(FACE);
    }
    if (item.offlineClass() != OfflineClass.LOCAL && Route.asks(item)) {
      stages.add(FORM);
    }
    if (!item.materials().isEmpty()) {
      stages.add(MATERIALS);
    }
    stages.add(LAST);
    return List.copyOf(stages);
  }
}
