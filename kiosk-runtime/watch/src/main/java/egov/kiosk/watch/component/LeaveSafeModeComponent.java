package egov.kiosk.watch.component;

import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.CommandResult;
import egov.kiosk.domain.health.SafeMode;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code leave-safe-mode}: the platform ends safe mode from afar. */
@Component(service = CommandHandler.class)
public final class LeaveSafeModeComponent implements CommandHandler {
  private final SafeMode mode;

  /** With the mode there is. */
  @Activate
  public LeaveSafeModeComponent(@Reference SafeMode mode) {
    this.mode = mode;
  }

  @Override
  public String name() {
    return "leave-safe-mode";
  }

  @Override
  public CommandResult run(Map<String, String> arguments) {
    if (mode.reason().isEmpty()) {
      return CommandResult.done("it was not in safe mode");
    }
    mode.leave();
    return CommandResult.done("safe mode is over");
  }
}
