package egov.kiosk.localapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.StaffAdministration;
import egov.kiosk.domain.access.StaffEntry;
import egov.kiosk.domain.access.StaffRole;
import egov.kiosk.localapi.AccessRoutes.AccessBody;
import java.util.List;
import java.util.Optional;

/**
 * Who works here, below {@value #PATH}: for the command line, which must hold the technician's
 * token of this start beside the token of somebody signed in. Everything is a POST, because a token
 * has no place in a URL.
 */
final class StaffRoutes {
  /** Where calls about the book of staff begin. */
  static final String PATH = AccessRoutes.PATH + "staff/";

  private final Technicians technicians;
  private final AccessAnswers answers;

  StaffRoutes(Technicians technicians, AccessAnswers answers) {
    this.technicians = technicians;
    this.answers = answers;
  }

  Answer post(String path, ObjectNode request) {
    Optional<StaffAdministration> office = technicians.staff();
    if (office.isEmpty()) {
      return answers.refuse(Refusal.STARTING);
    }
    try {
      return answer(path, new AccessBody(request), office.get());
    } catch (AccessException e) {
      return answers.refuse(e);
    } catch (IllegalArgumentException e) {
      return answers.refuse(Refusal.BAD_JSON);
    }
  }

  private Answer answer(String path, AccessBody body, StaffAdministration office)
      throws AccessException {
    String token = body.text("token");
    switch (path) {
      case PATH + "list" -> {
        return Answer.text(table(office.list(token)));
      }
      case PATH + "add" -> {
        StaffRole role =
            StaffRole.of(body.text("role"))
                .orElseThrow(() -> new IllegalArgumentException("no such role"));
        return drawn(office.add(token, badge(body), role, body.optional("pin")));
      }
      case PATH + "reset" -> {
        return drawn(office.reset(token, badge(body), body.optional("pin")));
      }
      case PATH + "unlock" -> {
        office.unlock(token, badge(body));
        return Answer.text("done\n");
      }
      case PATH + "remove" -> {
        office.remove(token, badge(body));
        return Answer.text("done\n");
      }
      case PATH + "add-card" -> {
        return Answer.text("card " + office.addCard(token, badge(body), body.text("key")) + "\n");
      }
      case PATH + "remove-card" -> {
        office.removeCard(token, badge(body), body.text("card"));
        return Answer.text("done\n");
      }
      default -> {
        return answers.refuse(Refusal.NOT_FOUND);
      }
    }
  }

  private static Badge badge(AccessBody body) {
    return new Badge(body.text("badge"));
  }

  private static Answer drawn(Optional<String> pin) {
    return Answer.text(pin.map(drawn -> "pin " + drawn + "\n").orElse("done\n"));
  }

  private static String table(List<StaffEntry> entries) {
    StringBuilder text =
        new StringBuilder(
            String.format("%-16s %-13s %-6s %s%n", "badge", "role", "wrong", "state"));
    for (StaffEntry entry : entries) {
      String state =
          (entry.locked() ? "locked " : "")
              + (entry.mustChange() ? "must-change " : "")
              + (entry.cards().isEmpty() ? "" : "cards " + String.join(" ", entry.cards()));
      text.append(
          String.format(
                  "%-16s %-13s %-6d %s",
                  entry.badge(), entry.role(), entry.wrong(), state.isEmpty() ? "-" : state)
              .stripTrailing());
      text.append('\n');
    }
    return text.toString();
  }
}
