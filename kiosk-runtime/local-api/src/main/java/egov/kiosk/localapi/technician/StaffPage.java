package egov.kiosk.localapi.technician;

import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.StaffAdministration;
import egov.kiosk.domain.access.StaffEntry;
import egov.kiosk.domain.access.StaffRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who works here, at the technician's page: what {@code kiosk staff} does, by the same port, which
 * itself decides what the token's owner may and records what they did. Here PINs are only drawn:
 * nobody chooses another's at a glass.
 */
public final class StaffPage {
  private static final int LONGEST_KEY = 8192;

  private final StaffAdministration office;

  /**
   * @param office keeps the book of staff
   */
  public StaffPage(StaffAdministration office) {
    this.office = office;
  }

  /**
   * Answers a call.
   *
   * @param call what comes behind the path's beginning, e.g. {@code unlock}
   * @param token of who asks
   * @param request the other members
   * @throws AccessException what the office refuses
   */
  public Reply reply(String call, String token, ObjectNode request) throws AccessException {
    Asked asked = new Asked(request, "");
    try {
      return switch (call) {
        case "list" -> Reply.of(Map.of("staff", list(token)));
        case "add" -> drawn(office.add(token, badge(asked), role(asked), Optional.empty()));
        case "reset" -> drawn(office.reset(token, badge(asked), Optional.empty()));
        case "unlock" -> {
          office.unlock(token, badge(asked));
          yield Reply.of(Map.of());
        }
        case "remove" -> {
          office.remove(token, badge(asked));
          yield Reply.of(Map.of());
        }
        case "add-card" ->
            Reply.of(Map.of("card", office.addCard(token, badge(asked), key(request))));
        case "remove-card" -> {
          office.removeCard(token, badge(asked), asked.text("card"));
          yield Reply.of(Map.of());
        }
        default -> Reply.refused(404, "NOT_FOUND");
      };
    } catch (IllegalArgumentException e) {
      return Reply.refused(400, "BAD_JSON");
    }
  }

  private List<Map<String, Object>> list(String token) throws AccessException {
    return office.list(token).stream().map(StaffPage::entry).toList();
  }

  private static Map<String, Object> entry(StaffEntry entry) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("badge", entry.badge().value());
    said.put("role", entry.role().name());
    said.put("wrong", entry.wrong());
    said.put("locked", entry.locked());
    said.put("mustChange", entry.mustChange());
    said.put("cards", entry.cards());
    return said;
  }

  private static Reply drawn(Optional<String> pin) {
    return Reply.of(Map.of("pin", pin.orElse("")));
  }

  private static Badge badge(Asked asked) throws AccessException {
    return Badge.of(asked.text("badge").strip())
        .orElseThrow(() -> AccessException.of(AccessException.Reason.NO_SUCH_BADGE));
  }

  private static StaffRole role(Asked asked) {
    return StaffRole.of(asked.text("role"))
        .orElseThrow(() -> new IllegalArgumentException("no such role"));
  }

  private static String key(ObjectNode request) {
    String key = request.path("key").textValue();
    if (key == null || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException("key must be a key");
    }
    return key;
  }
}
