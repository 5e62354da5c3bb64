package egov.kiosk.domain.transaction;

import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.citizen.IdentityLevel;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which items may be entered by something else than the identity card (decision 0031). */
final class EntryRule {
  /** What tells the citizen something the platform knows. */
  private static final Set<OutcomeKind> TELLING =
      EnumSet.of(OutcomeKind.QUERY_RESULT, OutcomeKind.PROGRESS, OutcomeKind.CERTIFICATE);

  private EntryRule() {}

  /** What an item breaks of it; empty when nothing. */
  static Optional<String> broken(
      IdentityLevel level,
      Set<DeviceNeed> needs,
      List<FormQuestion> questions,
      List<ConsentText> consents,
      ItemProfile profile) {
    Set<CredentialKind> entries = profile.entries();
    if (entries.size() == 1) {
      return Optional.empty();
    }
    if (level != IdentityLevel.CARD) {
      return Optional.of("an item of level CARD alone takes more than the identity card");
    }
    if (needs.contains(DeviceNeed.ID_CARD_READER)) {
      return Optional.of("an item with other entries does not need the identity card's reader");
    }
    if (questions.stream().anyMatch(EntryRule::address)) {
      return Optional.of("an address stands on the identity card alone");
    }
    boolean told =
        TELLING.contains(profile.outcome())
            || consents.stream().anyMatch(text -> text.purpose() == ConsentPurpose.RETRIEVAL);
    if (entries.contains(CredentialKind.SOCIAL_CARD) && told) {
      return Optional.of("what a social security card says is proved by nobody: nothing is told");
    }
    return Optional.empty();
  }

  private static boolean address(FormQuestion question) {
    return question.fromCard().equals(Optional.of(CardField.ADDRESS));
  }
}
