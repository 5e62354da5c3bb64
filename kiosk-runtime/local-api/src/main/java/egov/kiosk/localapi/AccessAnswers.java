package egov.kiosk.localapi;

import egov.kiosk.domain.access.AccessException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered about signing in. These refusals are recorded by the door itself, with who was
 * refused; they do not count as requests no screen makes.
 */
final class AccessAnswers {
  private final Later<ApiJson> json;

  AccessAnswers(Later<ApiJson> json) {
    this.json = json;
  }

  Answer object(Map<String, ?> members) {
    return Answer.json(json.get().object(members));
  }

  Answer refuse(Refusal refusal) {
    return new Answer(refusal.status(), Answer.JSON, json.get().refusal(refusal));
  }

  Answer refuse(AccessException refused) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", "ACCESS_" + refused.reason());
    switch (refused.reason()) {
      case REFUSED -> error.put("attemptsLeft", refused.attemptsLeft());
      case LOCKED -> error.put("seconds", refused.lockedFor().toSeconds());
      case PIN_TOO_WEAK -> refused.rule().ifPresent(rule -> error.put("rule", rule));
      default -> {
        // The code says it all.
      }
    }
    return new Answer(
        status(refused.reason()), Answer.JSON, json.get().object(Map.of("error", error)));
  }

  private static int status(AccessException.Reason reason) {
    return switch (reason) {
      case NOT_SIGNED_IN -> 401;
      case REFUSED, OFFLINE_TOO_LONG, ROLE_TOO_LOW, LIMITED -> 403;
      case NO_SUCH_BADGE -> 404;
      case BADGE_TAKEN, LAST_ADMINISTRATOR, FULL -> 409;
      case PIN_TOO_WEAK, CARD_REFUSED -> 422;
      case LOCKED -> 429;
      case UNAVAILABLE, NOT_RECORDED -> 503;
    };
  }
}
