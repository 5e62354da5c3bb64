package egov.kiosk.localapi.technician;

import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.Supplies;
import egov.kiosk.domain.upkeep.Supplies.Supply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Paper and toner as they are counted; what is not known is null, never a number. */
final class SupplyPage {
  private final Supplies supplies;

  SupplyPage(Supplies supplies) {
    this.supplies = supplies;
  }

  Reply reply() {
    return Reply.of(
        Map.of("supplies", supplies.supplies().stream().map(SupplyPage::said).toList()));
  }

  Reply refilled(Asked asked) throws SetupException {
    String capacity = asked.text("capacity");
    if (!capacity.matches("[0-9]{1,6}")) {
      throw new SetupException(SetupException.Reason.BAD_ANSWER, "capacity");
    }
    supplies.refilled(asked.text("supply"), Integer.parseInt(capacity));
    return reply();
  }

  private static Map<String, Object> said(Supply supply) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("supply", supply.name());
    said.put("capacity", supply.capacity().isEmpty() ? null : supply.capacity().getAsInt());
    said.put("left", supply.left().isEmpty() ? null : supply.left().getAsInt());
    said.put("perDay", supply.perDay().isEmpty() ? null : supply.perDay().getAsDouble());
    said.put("days", supply.days().isEmpty() ? null : supply.days().getAsInt());
    said.put("refilled", supply.refilled().map(Instant::toString).orElse(""));
    return said;
  }
}
