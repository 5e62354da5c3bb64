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
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.citizen.Liveness;
import egov.kiosk.domain.citizen.ScoreBand;
import egov.kiosk.domain.citizen.StaffCheck;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import java.time.Instant;
import java.time.LocalDate;
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
          Samples.card(),
          new FaceMatch(FaceOutcome.PASS, ScoreBand.VERY_HIGH, Liveness.NOT_CHECKED, "pack", 3));

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
  void withdrawnOrRefusedConsent_allowsNothing() {
    ServiceItem item = item(OfflineClass.QUEUE_OK, IdentityLevel.VERIFIED);
    assertThrows(
        IllegalArgumentException.class,
        () -> transaction(item, Optional.of(BY_FACE), DATA, FACE.withdrawn(NOW)));
    assertThrows(
        IllegalArgumentException.class,
        () -> transaction(item, Optional.of(BY_FACE), DATA.withdrawn(NOW), FACE));
    transaction(item, Optional.of(byStaff(Samples.card())), DATA, FACE.withdrawn(NOW));
  }

  @Test
  void holderUnderFourteen_needsGuardianAndNoFace() {
    ServiceItem item = item(OfflineClass.QUEUE_OK, IdentityLevel.CARD);
    IdCard child = Samples.bornOn(LocalDate.of(2012, 11, 22));
    Consent guardian = DATA.byGuardian(NOW);
    FaceMatch match =
        new FaceMatch(FaceOutcome.PASS, ScoreBand.HIGH, Liveness.NOT_CHECKED, "pack", 1);
    transaction(item, Optional.of(byStaff(child)), guardian);
    assertThrows(
        IllegalArgumentException.class, () -> transaction(item, Optional.of(byStaff(child)), DATA));
    assertThrows(
        IllegalArgumentException.class,
        () -> transaction(item, Optional.of(VerifiedCitizen.byCard(child)), guardian));
    assertThrows(
        IllegalArgumentException.class,
        () -> transaction(item, Optional.of(VerifiedCitizen.byFace(child, match)), guardian, FACE));
  }

  private static VerifiedCitizen byStaff(IdCard card) {
    return VerifiedCitizen.byStaff(card, new StaffCheck("1001", NOW), Optional.empty());
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
