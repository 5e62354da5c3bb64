package egov.kiosk.localapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.flow.desk.CitizenDesk;
import java.util.Optional;

/** The call for help, below {@value #PATH}: with a session or without. Answers with the machine. */
final class HelpRoutes {
  /** Calls; the rest of the calls are below it. */
  static final String PATH = "/api/help";

  private static final int LONGEST = 64;

  private final Later<ApiJson> json;

  HelpRoutes(Later<ApiJson> json) {
    this.json = json;
  }

  /** Whether the path is one of these. */
  static boolean takes(String path) {
    return path.equals(PATH) || path.startsWith(PATH + "/");
  }

  /** Answers a POST. */
  Answer post(CitizenDesk desk, String path, ObjectNode request) {
    switch (path) {
      case PATH -> {
        if (request.isEmpty()) {
          desk.help().call();
          return machine(desk);
        }
      }
      case PATH + "/cancel" -> {
        if (request.isEmpty()) {
          desk.help().cancel();
          return machine(desk);
        }
      }
      case PATH + "/attended" -> {
        Optional<String> badge = text(request, "badge");
        Optional<String> pin = text(request, "pin");
        if (request.size() == 2 && badge.isPresent() && pin.isPresent()) {
          return desk.help().attended(badge.get(), pin.get())
              ? machine(desk)
              : refuse(new Refusal(403, "STAFF_REFUSED"));
        }
      }
      default -> {
        return refuse(Refusal.NOT_FOUND);
      }
    }
    return refuse(Refusal.BAD_JSON);
  }

  private static Optional<String> text(ObjectNode request, String name) {
    return Optional.ofNullable(request.get(name))
        .filter(node -> node.isTextual() && node.textValue().length() <= LONGEST)
        .map(node -> node.textValue());
  }

  private Answer machine(CitizenDesk desk) {
    return Answer.json(json.get().kiosk(Optional.of(desk.kiosk())));
  }

  private Answer refuse(Refusal refusal) {
    return new Answer(refusal.status(), Answer.JSON, json.get().refusal(refusal));
  }
}
