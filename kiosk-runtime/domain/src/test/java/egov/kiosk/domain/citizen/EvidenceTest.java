package egov.kiosk.domain.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {
  @ParameterizedTest
  @CsvSource({
    "PASS, NEAR, NOT_CHECKED",
    "PASS, LOW, PASSED",
    "PASS, VERY_HIGH, FAILED",
    "FAIL, HIGH, NOT_CHECKED",
    "REVIEW, VERY_HIGH, PASSED"
  })
  void faceMatch_thatContradictsItself_isRefused(
      FaceOutcome outcome, ScoreBand band, Liveness liveness) {
    assertThrows(
        IllegalArgumentException.class, () -> new FaceMatch(outcome, band, liveness, "pack", 1));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, LOW",
    "0.31, LOW",
    "0.32, NEAR",
    "0.4149, NEAR",
    "0.415, HIGH",
    "0.51, HIGH",
    "0.52, VERY_HIGH",
    "1, VERY_HIGH"
  })
  void score_onlyItsBandIsKept(double score, ScoreBand band) {
    assertEquals(band, ScoreBand.of(score, 0.415));
    assertEquals(score >= 0.415, band.passes());
  }

  @ParameterizedTest
  @CsvSource({"NaN", "1.1", "-1.1"})
  void scoreThatIsNoCosine_isRefused(double score) {
    assertThrows(IllegalArgumentException.class, () -> ScoreBand.of(score, 0.415));
  }

  @ParameterizedTest
  @CsvSource({
    "2014-06-01T12:00:00Z, true",
    "2028-06-01T15:59:59Z, true",
    "2028-06-01T16:00:00Z, false"
  })
  void holderUnderFourteen_upToTheEndOfTheBirthdayInChina(String moment, boolean child) {
    IdCard card = Samples.bornOn(LocalDate.of(2014, 6, 1));
    assertEquals(child, card.needsGuardianAt(Instant.parse(moment)));
  }

  @Test
  void failedOrUnsureFace_verifiesNobody() {
    for (FaceOutcome outcome : new FaceOutcome[] {FaceOutcome.FAIL, FaceOutcome.REVIEW}) {
      FaceMatch match = new FaceMatch(outcome, ScoreBand.LOW, Liveness.NOT_CHECKED, "pack", 3);
      assertThrows(
          IllegalArgumentException.class, () -> VerifiedCitizen.byFace(Samples.card(), match));
    }
  }

  @Test
  void staffCheck_isAnEqualWayAndRecordedAsSuch() {
    FaceMatch before =
        new FaceMatch(FaceOutcome.FAIL, ScoreBand.LOW, Liveness.NOT_CHECKED, "pack", 3);
    VerifiedCitizen citizen =
        VerifiedCitizen.byStaff(
            Samples.card(), new StaffCheck("1001", Instant.EPOCH), Optional.of(before));
    assertEquals(IdentityLevel.VERIFIED, citizen.level());
    assertEquals("1001", citizen.staff().orElseThrow().badge());
    assertEquals(before, citizen.face().orElseThrow());
  }

  @Test
  void closedCard_holdsNoPortrait() {
    byte[] block = new byte[Portrait.BLOCK_BYTES];
    block[7] = 1;
    Portrait portrait = new Portrait(block);
    block[7] = 2;
    assertEquals(1, portrait.bytes()[7], "the block is copied");
    assertFalse(portrait.isEmpty());
    portrait.close();
    assertTrue(portrait.isEmpty());
    assertThrows(IllegalArgumentException.class, () -> new Portrait(new byte[1023]));
  }

  @Test
  void lastDayOfValidity_stillCounts() {
    IdCard card = Samples.card();
    LocalDate last = card.validUntil().orElseThrow();
    assertFalse(card.expiredOn(last));
    assertTrue(card.expiredOn(last.plusDays(1)));
    assertFalse(card.toString().contains(card.number().value()));
  }
}
