package egov.kiosk.gateway.inquiry;

import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.inquiry.Asking;

/**
 * What may reach the books at all: patterns, dashes, zeros and emptiness are nobody's number, and
 * nothing is fetched that the citizen did not agree to. Stateless.
 */
final class Plausible {
  private Plausible() {}

  static boolean is(Question question) {
    Asking asking = question.asking();
    return switch (asking.purpose()) {
      case INQUIRY, HANDOVER -> true;
      case RETRIEVAL -> asking.citizen().isPresent() && agreed(asking, ConsentPurpose.RETRIEVAL);
      case PROGRESS ->
          number(asking.parameters().getOrDefault("reference", ""))
              && (asking.citizen().isPresent()
                  || number(asking.parameters().getOrDefault("phone", "")));
      case ENTRY ->
          asking.citizen().isEmpty() && agreed(asking, ConsentPurpose.DATA) && code(asking);
    };
  }

  /** Letters and digits with single hyphens between, and more than zeros. */
  private static boolean number(String text) {
    return text.matches("[0-9A-Za-z]+(-[0-9A-Za-z]+)*") && !text.matches("[0-]+");
  }

  /** A kind of code, and characters such a code can have. */
  private static boolean code(Asking asking) {
    return asking.parameters().getOrDefault("code", "").matches("[A-Z_]{1,32}")
        && asking.parameters().getOrDefault("token", "").matches("[0-9A-Za-z+/=_-]{8,2048}");
  }

  private static boolean agreed(Asking asking, ConsentPurpose purpose) {
    return asking.consents().stream()
        .anyMatch(consent -> consent.purpose() == purpose && consent.given());
  }
}
