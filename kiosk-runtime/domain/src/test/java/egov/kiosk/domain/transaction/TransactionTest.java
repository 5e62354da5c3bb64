package egov.kiosk.domain.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.Samples;
import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceOutcome;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransactionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final Consent DATA = new Consent(ConsentPurpose.DATA, "d-1", NOW);
  private static final Consent FACE = new Consent(ConsentPurpose.FACE, "f-1", NOW);
  private static final VerifiedCitizen BY_CARD = VerifiedCitizen.byCard(Samples.card());
  private static final VerifiedCitizen BY_FACE =
      VerifiedCitizen.byFace(
          Samples.card(), new FaceMatch(FaceOutcome.PASS, 0.8, 0.415, "pack", 3));

  private static ConsentText text(ConsentPurpose purpose) {
    return new ConsentText(purpose, "v-1", "", List.of(), "", "");
  }

  private static ServiceItem item(OfflineClass offline, IdentityLevel level) {
    return new ServiceItem(
        "TEST",
        "1",
        "测试事项",
        "Test",
        "",
        "",
        offline,
        level,
        Set.of(),
        level == IdentityLevel.NONE
            ? List.of()
            : List.of(text(ConsentPurpose.DATA), text(ConsentPurpose.FACE)),
        List.of(),
        offline == OfflineClass.LOCAL
            ? Optional.of(new Guide("", List.of("一段")))
            : Optional.empty());
  }

  private static Transaction transaction(
      ServiceItem item, Optional<VerifiedCitizen> citizen, Consent... consents) {
    return new Transaction(
        TransactionId.create(NOW),
        "fz-gl-000001",
        new LocalNumber("350102600012"),
        NOW,
        item,
        citizen,
        List.of(consents),
        FormData.empty());
  }

  @Test
  void citizenKnownWellEnough_isAccepted() {
    ServiceItem item = item(OfflineClass.QUEUE_OK, IdentityLevel.VERIFIED);
    Transaction accepted = transaction(item, Optional.of(BY_FACE), DATA, FACE);
    assertFalse(accepted.toString().contains("测试用"));
  }

  @Test
  void citizenNotKnownWellEnough_isRefused() {
    ServiceItem item = item(OfflineClass.QUEUE_OK, IdentityLevel.VERIFIED);
    assertThrows(
        IllegalArgumentException.class, () -> transaction(item, Optional.of(BY_CARD), DATA));
    assertThrows(IllegalArgumentException.class, () -> transaction(item, Optional.empty(), DATA));
  }

  @Test
  void missingConsents_areRefused() {
    ServiceItem item = item(OfflineClass.QUEUE_OK, IdentityLevel.VERIFIED);
    assertThrows(
        IllegalArgumentException.class, () -> transaction(item, Optional.of(BY_FACE), DATA));
    assertThrows(
        IllegalArgumentException.class, () -> transaction(item, Optional.of(BY_FACE), FACE));
  }

  @Test
  void localItem_makesNoTransaction() {
    ServiceItem item = item(OfflineClass.LOCAL, IdentityLevel.NONE);
    assertThrows(IllegalArgumentException.class, () -> transaction(item, Optional.empty()));
  }

  @Test
  void ids_areVersion7InOrderOfTimeAndNeverTwice() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      assertTrue(seen.add(TransactionId.create(NOW).value()));
    }
    assertTrue(
        TransactionId.create(NOW).value().compareTo(TransactionId.create(NOW.plusMillis(1)).value())
            < 0);
    assertThrows(
        IllegalArgumentException.class,
        () -> new TransactionId("0190A0B0-0000-7000-8000-000000000000"));
    assertEquals(36, TransactionId.create(NOW).value().length());
  }
}
