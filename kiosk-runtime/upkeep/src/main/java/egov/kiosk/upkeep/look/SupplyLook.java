package egov.kiosk.upkeep.look;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.upkeep.Supplies.Supply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether paper and toner last: what devices say, and what our own count says before they do. */
final class SupplyLook {
  private static final Set<FaultCode> RUNNING_OUT =
      Set.of(FaultCode.PAPER_LOW, FaultCode.PAPER_OUT, FaultCode.TONER_LOW, FaultCode.TONER_OUT);

  /** So many days before the end somebody is told; a tenth where days are not known. */
  private static final int DAYS_BEFORE = 3;

  private static final int SHARE = 10;

  private final Rooms rooms;

  SupplyLook(Rooms rooms) {
    this.rooms = rooms;
  }

  Verdict verdict() {
    List<String> low = new ArrayList<>();
    for (Device device : rooms.devices()) {
      if (device.status().faults().stream().anyMatch(RUNNING_OUT::contains)) {
        low.add(device.name() + " says so");
      }
    }
    List<Supply> supplies = rooms.supplies();
    supplies.stream().filter(SupplyLook::ending).map(SupplyLook::said).forEach(low::add);
    if (!low.isEmpty()) {
      return Verdict.warn(
          "paper or toner runs out: " + String.join("; ", low),
          "refill, and say so at /technician or with kiosk supplies refilled");
    }
    return Verdict.ok(
        supplies.isEmpty()
            ? "no printer says that paper or toner runs out"
            : String.join("; ", supplies.stream().map(SupplyLook::said).toList()));
  }

  private static boolean ending(Supply supply) {
    if (supply.days().isPresent()) {
      return supply.days().getAsInt() <= DAYS_BEFORE;
    }
    return supply.left().isPresent()
        && supply.left().getAsInt() * SHARE <= supply.capacity().orElse(0);
  }

  private static String said(Supply supply) {
    if (supply.left().isEmpty()) {
      return supply.name() + " not known";
    }
    String left = supply.name() + " " + supply.left().getAsInt() + " left";
    return supply.days().isEmpty()
        ? left
        : String.format(
            Locale.ROOT,
            "%s, %.1f a day, about %d days",
            left,
            supply.perDay().orElse(0),
            supply.days().getAsInt());
  }
}
