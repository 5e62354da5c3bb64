package egov.kiosk.telemetry;

import egov.kiosk.contract.ReportJson;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.domain.help.HelpCall;
import egov.kiosk.domain.help.HelpLine;
import egov.kiosk.domain.help.HelpState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Tells of a call for help as an alarm of its own, past the delays of health checks: somebody
 * stands there. Raised while somebody is to come, cleared when somebody does.
 */
public final class HelpReport implements HelpLine {
  private static final String NAME = "help-call";

  private final FleetLine line;
  private final String kioskId;

  public HelpReport(FleetLine line, String kioskId) {
    this.line = line;
    this.kioskId = kioskId;
  }

  @Override
  public CompletionStage<Boolean> tell(HelpCall call) {
    return line.send(UpChannel.ALARM, ReportJson.write("alarm", kioskId, call.at(), members(call)));
  }

  private static Map<String, Object> members(HelpCall call) {
    boolean raised =
        call.state() == HelpState.CALLING
            || call.state() == HelpState.NO_LINE
            || call.state() == HelpState.UNANSWERED;
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("id", call.id());
    about.put("state", call.state().name());
    about.put("calledAt", call.calledAt().toString());
    about.put("item", call.item());
    about.put("page", call.page());
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", NAME);
    members.put("raised", raised);
    members.put("level", level(call.state()));
    members.put("actor", raised ? "STAFF" : "NOBODY");
    members.put("text", raised ? "a citizen calls for help" : "somebody comes, or it is over");
    members.put("advice", raised ? "answer the call, or go there" : "");
    members.put("call", about);
    return members;
  }

  private static String level(HelpState state) {
    return switch (state) {
      case CALLING, NO_LINE -> "WARN";
      case UNANSWERED -> "FAIL";
      case ANSWERED, CLOSED -> "OK";
    };
  }
}
