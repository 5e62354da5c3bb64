package egov.kiosk.updates.tool;

import egov.kiosk.updates.boot.KioskSlot;
import egov.kiosk.updates.disk.Steps;
import java.io.PrintWriter;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * {@code check}, {@code install}, {@code state} and {@code rollback} for the kiosk's command line,
 * which finds it as a service: the boot helper's own words with the same checks. Exit codes: 0
 * done, 1 refused, 2 asked wrongly.
 */
public final class UpdateTool implements ToolProvider {
  @Override
  public String name() {
    return "kiosk-update";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    return KioskSlot.run(out, err, List.of(arguments), Steps.NONE);
  }
}
