package egov.kiosk.localapi.field;

import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.transaction.FieldError;
import java.util.List;
import java.util.Map;

/** Refusals as the screen is told them. */
final class FieldRefusals {
  private FieldRefusals() {}

  static FieldReply of(AccessException refused) {
    int status =
        switch (refused.reason()) {
          case NOT_SIGNED_IN -> 401;
          case UNAVAILABLE, NOT_RECORDED -> 503;
          default -> 403;
        };
    return FieldReply.refused(status, "ACCESS_" + refused.reason(), List.of());
  }

  static FieldReply of(FieldException refused) {
    int status =
        switch (refused.reason()) {
          case NOT_FOUND -> 404;
          case OTHER_GRID, WIPED -> 403;
          case HANDED_IN -> 409;
          case ANSWERS, PICTURE, TOO_MANY, NO_READER, NO_CARD, CARD -> 422;
          case STORAGE, KEYS, DAMAGED, NOT_QUEUED, NOT_RECORDED -> 503;
        };
    return FieldReply.refused(
        status,
        "FIELD_" + refused.reason(),
        refused.errors().stream().map(FieldRefusals::field).toList());
  }

  private static Map<String, Object> field(FieldError error) {
    return Map.of("id", error.questionId(), "code", error.code().name(), "limit", error.limit());
  }
}
