package egov.kiosk.catalogue;

import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.domain.transaction.ServiceItem;
import java.util.Optional;

/**
 * Nothing is fetched about a citizen who was not asked (PIPL art. 14): who wants fields or licences
 * of the platform shows a wording of its own for that, and knows by a card whose they are. A
 * wording for nothing is refused too: nobody is asked in vain.
 */
final class RetrievalRule {
  private RetrievalRule() {}

  /** What an entry breaks of it; empty when nothing. */
  static Optional<String> broken(ServiceItem item) {
    boolean fetches =
        item.questions().stream().anyMatch(question -> question.fromPlatform().isPresent())
            || item.materials().stream().map(Material::licence).anyMatch(Optional::isPresent);
    boolean asks = item.consent(ConsentPurpose.RETRIEVAL).isPresent();
    if (fetches && !asks) {
      return Optional.of("fetches from the platform without asking: give it a RETRIEVAL consent");
    }
    if (fetches && item.identityLevel() == IdentityLevel.NONE) {
      return Optional.of("fetches from the platform, but reads no card that says whose it is");
    }
    if (asks && !fetches) {
      return Optional.of("asks for a RETRIEVAL consent, but fetches nothing");
    }
    return Optional.empty();
  }
}
