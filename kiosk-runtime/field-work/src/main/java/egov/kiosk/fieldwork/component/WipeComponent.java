package egov.kiosk.fieldwork.component;

import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.CommandResult;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Carries out the wipe of a lost tablet. */
@Component(service = CommandHandler.class)
public final class WipeComponent implements CommandHandler {
  private final CommandHandler handler;

  /** Stands for the room's own handler. */
  @Activate
  public WipeComponent(@Reference FieldStation room) {
    handler = room.wipe();
  }

  @Override
  public String name() {
    return handler.name();
  }

  @Override
  public CommandResult run(Map<String, String> arguments) {
    return handler.run(arguments);
  }
}
