package egov.kiosk.gateway.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.Asking.Purpose;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D09: no pattern and no emptiness is anybody's number. */
class PlausibleTest {
  private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

  private static Question question(Purpose purpose, Map<String, String> parameters) {
    return new Question(
        TransactionId.create(NOW),
        "fz-gl-000001",
        NOW,
        NOW,
        "00".repeat(16),
        new Asking(purpose, "X", "1", Optional.empty(), List.of(), parameters));
  }

  @Test
  void progress_numberAndPhone_mayBeAsked() {
    Map<String, String> both = Map.of("reference", "202611220000001", "phone", "13800001234");
    assertTrue(Plausible.is(question(Purpose.PROGRESS, both)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"------", "%", "_", "*", "0", "000000000000000", "0-0", "%25", "1' or 1=1"})
  void progress_attackNumbers_neverReachTheBooks(String attack) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("reference", attack);
    parameters.put("phone", "13800001234");
    assertFalse(Plausible.is(question(Purpose.PROGRESS, parameters)), attack);
    parameters.put("reference", "202611220000001");
    parameters.put("phone", attack);
    assertFalse(Plausible.is(question(Purpose.PROGRESS, parameters)), attack);
  }

  @Test
  void progress_numberAlone_isNotEnough() {
    assertFalse(Plausible.is(question(Purpose.PROGRESS, Map.of("reference", "202611220000001"))));
    assertFalse(Plausible.is(question(Purpose.PROGRESS, Map.of("phone", "13800001234"))));
    assertFalse(Plausible.is(question(Purpose.PROGRESS, Map.of())));
  }

  @Test
  void retrieval_withoutCitizenAndConsent_neverReachesTheBooks() {
    assertFalse(Plausible.is(question(Purpose.RETRIEVAL, Map.of("fields", "phone"))));
    assertEquals(Map.of(), question(Purpose.RETRIEVAL, Map.of()).asking().parameters());
  }
}
