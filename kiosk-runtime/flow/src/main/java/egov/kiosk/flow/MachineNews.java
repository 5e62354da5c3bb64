package egov.kiosk.flow;

import egov.kiosk.flow.desk.ItemView;
import egov.kiosk.flow.desk.KioskView;
import java.util.List;

/** Tells listeners when network, devices or the item list changed; on {@code kiosk-desk} only. */
final class MachineNews {
  private final ItemAvailability availability;
  private final DeskEvents events;
  private Machine told;

  /** All that a change of is worth telling. */
  private record Machine(KioskView kiosk, List<ItemView> items) {}

  MachineNews(ItemAvailability availability, DeskEvents events) {
    this.availability = availability;
    this.events = events;
  }

  void tell() {
    Machine now = new Machine(availability.kiosk(), availability.items());
    if (!now.equals(told)) {
      told = now;
      events.kiosk(now.kiosk());
    }
  }
}
