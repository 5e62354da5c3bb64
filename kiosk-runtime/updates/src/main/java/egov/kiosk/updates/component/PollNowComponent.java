package egov.kiosk.updates.component;

import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.CommandResult;
import egov.kiosk.domain.update.Updates;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code update-poll-now}: the platform has this kiosk ask the update server at once. */
@Component(service = CommandHandler.class)
public final class PollNowComponent implements CommandHandler {
  private final Updates updates;

  /** Stands beside the room. */
  @Activate
  public PollNowComponent(@Reference Updates updates) {
    this.updates = updates;
  }

  @Override
  public String name() {
    return "update-poll-now";
  }

  @Override
  public CommandResult run(Map<String, String> arguments) {
    updates.askNow();
    return CommandResult.done("asks the update server within seconds");
  }
}
