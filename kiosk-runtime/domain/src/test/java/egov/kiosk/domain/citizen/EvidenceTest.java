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
  @CsvSource({"PASS, 0.41", "FAIL, 0.5", "REVIEW, 0.415", "PASS, NaN", "FAIL, -1.1"})
  void faceMatch_thatContradictsItself_isRefused(FaceOutcome outcome, double score) {
    assertThrows(
        IllegalArgumentException.class, () -> new FaceMatch(outcome, score, 0.415, "pack", 1));
  }

  @Test
  void failedOrUnsureFace_verifiesNobody() {
    for (FaceOutcome outcome : new FaceOutcome[] {FaceOutcome.FAIL, FaceOutcome.REVIEW}) {
      FaceMatch match = new FaceMatch(outcome, 0.2, 0.415, "pack", 3);
      assertThrows(
          IllegalArgumentException.class, () -> VerifiedCitizen.byFace(Samples.card(), match));
    }
  }

  @Test
  void staffCheck_isAnEqualWayAndRecordedAsSuch() {
    FaceMatch before = new FaceMatch(FaceOutcome.FAIL, 0.2, 0.415, "pack", 3);
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
