package egov.kiosk.domain.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.citizen.IdentityLevel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntryRuleTest {
  private static final Set<CredentialKind> ALL = EnumSet.allOf(CredentialKind.class);
  private static final Set<CredentialKind> BY_CODE =
      EnumSet.of(CredentialKind.ID_CARD, CredentialKind.CODE);

  private IdentityLevel level = IdentityLevel.CARD;
  private Set<DeviceNeed> needs = Set.of();
  private CardField field = CardField.NAME;
  private OutcomeKind outcome = OutcomeKind.SLIP;
  private final List<ConsentPurpose> purposes = new ArrayList<>(List.of(ConsentPurpose.DATA));

  private ServiceItem item(Set<CredentialKind> entries) {
    ItemProfile profile =
        new ItemProfile(
                Verification.FACE_OR_STAFF,
                Listing.NONE,
                outcome,
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty())
            .entered(entries);
    return new ServiceItem(
        "A1",
        "1",
        "事项",
        "Item",
        "",
        "",
        OfflineClass.QUEUE_OK,
        level,
        needs,
        purposes.stream()
            .map(one -> new ConsentText(one, "v1", "用", List.of("姓名"), "平台", "全文"))
            .toList(),
        List.of(
            new FormQuestion(
                "who", "谁", "Who", "", FieldKind.TEXT, true, 50, List.of(), Optional.of(field))),
        Optional.empty(),
        false,
        List.of(),
        false,
        Optional.empty(),
        profile);
  }

  private void refused(Set<CredentialKind> entries) {
    MemberRefusedException refused =
        assertThrows(MemberRefusedException.class, () -> item(entries));
    assertEquals("entries", refused.member());
  }

  @Test
  void plainItems_mayTakeEverything() {
    assertEquals(ALL, item(ALL).profile().entries());
    assertEquals(BY_CODE, item(BY_CODE).profile().entries());
    assertEquals(ItemProfile.ID_CARD, ItemProfile.PLAIN.entries());
  }

  @Test
  void identityCard_isAlwaysTaken() {
    refused(EnumSet.of(CredentialKind.CODE));
    refused(Set.of());
  }

  @Test
  void verifiedItems_takeTheIdentityCardAlone() {
    level = IdentityLevel.VERIFIED;
    purposes.add(ConsentPurpose.FACE);
    refused(BY_CODE);
    assertEquals(ItemProfile.ID_CARD, item(ItemProfile.ID_CARD).profile().entries());
  }

  @Test
  void whatOnlyTheIdentityCardHas_isNotAskedOfOthers() {
    field = CardField.ADDRESS;
    refused(BY_CODE);
    field = CardField.NUMBER;
    needs = Set.of(DeviceNeed.ID_CARD_READER);
    refused(BY_CODE);
  }

  @Test
  void socialCard_isToldNothing_aCodeIs() {
    for (OutcomeKind telling :
        List.of(OutcomeKind.QUERY_RESULT, OutcomeKind.PROGRESS, OutcomeKind.CERTIFICATE)) {
      outcome = telling;
      refused(ALL);
      assertEquals(BY_CODE, item(BY_CODE).profile().entries());
    }
    outcome = OutcomeKind.SLIP;
    purposes.add(ConsentPurpose.RETRIEVAL);
    refused(ALL);
    assertEquals(BY_CODE, item(BY_CODE).profile().entries());
  }
}
