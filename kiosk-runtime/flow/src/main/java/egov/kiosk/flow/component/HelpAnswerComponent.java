package egov.kiosk.flow.component;

import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.CommandResult;
import egov.kiosk.flow.desk.CitizenDesk;
import egov.kiosk.flow.help.HelpCommands;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The platform's command {@code help-answer}. */
@Component(service = CommandHandler.class)
public final class HelpAnswerComponent implements CommandHandler {
  private final CitizenDesk desk;

  @Activate
  public HelpAnswerComponent(@Reference CitizenDesk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return HelpCommands.ANSWER;
  }

  @Override
  public CommandResult run(Map<String, String> arguments) {
    return HelpCommands.answer(desk.help(), arguments);
  }
}
