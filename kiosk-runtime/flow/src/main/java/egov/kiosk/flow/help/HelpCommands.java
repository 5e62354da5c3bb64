package egov.kiosk.flow.help;

import egov.kiosk.domain.fleet.CommandResult;
import egov.kiosk.flow.desk.HelpDesk;
import java.util.Map;
import java.util.Optional;

/**
 * What the platform can say to a call for help, by signed commands: somebody is on the way, or it
 * is over. Each names the one call it is about, so that an old answer is no answer to a new call.
 */
public final class HelpCommands {
  /** Somebody is on the way: {@code call} and {@code minutes}. */
  public static final String ANSWER = "help-answer";

  /** The call is over: {@code call}. */
  public static final String CLOSE = "help-close";

  private HelpCommands() {}

  /** Tells the citizen that somebody comes, and when. */
  public static CommandResult answer(HelpDesk desk, Map<String, String> arguments) {
    String minutes = arguments.getOrDefault("minutes", "");
    if (!minutes.matches("[0-9]{1,2}")) {
      return CommandResult.failed("minutes must be 1 to " + HelpDesk.LONGEST_MINUTES);
    }
    return result(
        desk.answered(arguments.getOrDefault("call", ""), Integer.parseInt(minutes)),
        "the citizen was told");
  }

  /** Ends the call. */
  public static CommandResult close(HelpDesk desk, Map<String, String> arguments) {
    return result(desk.closed(arguments.getOrDefault("call", "")), "the call is over");
  }

  private static CommandResult result(Optional<String> refused, String done) {
    return refused.map(CommandResult::failed).orElseGet(() -> CommandResult.done(done));
  }
}
