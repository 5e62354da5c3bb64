package egov.kiosk.flow;

import egov.kiosk.flow.desk.ItemView;
import egov.kiosk.flow.desk.KioskView;
import java.util.List;
import java.util.function.Supplier;

/** Tells listeners when network, devices or the item list changed; on {@code kiosk-desk} only. */
final class MachineNews {
  private final Supplier<KioskView> kiosk;
  private final Supplier<List<ItemView>> items;
  private final DeskEvents events;
  private Machine told;

  /** All that a change of is worth telling. */
  private record Machine(KioskView kiosk, List<ItemView> items) {}

  MachineNews(Supplier<KioskView> kiosk, Supplier<List<ItemView>> items, DeskEvents events) {
    this.kiosk = kiosk;
    this.items = items;
    this.events = events;
  }

  void tell() {
    Machine now = new Machine(kiosk.get(), items.get());
    if (!now.equals(told)) {
      told = now;
      events.kiosk(now.kiosk());
    }
  }
}
