package egov.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentitySettingsTest {
  @ParameterizedTest
  @CsvSource({
    "0.29, 0.25, 80, 8000, threshold",
    "0.91, 0.34, 80, 8000, threshold",
    "NaN, 0.34, 80, 8000, threshold",
    "0.415, 0.19, 80, 8000, reviewThreshold",
    "0.415, 0.42, 80, 8000, reviewThreshold",
    "0.415, 0.34, 39, 8000, minFacePixels",
    "0.415, 0.34, 401, 8000, minFacePixels",
    "0.415, 0.34, 80, 999, lookMillis",
    "0.415, 0.34, 80, 30001, lookMillis"
  })
  void outsideTheLimits_isRefusedByKey(
      double threshold, double review, int pixels, long millis, String key) {
    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new IdentitySettings(
                    Optional.empty(), threshold, review, pixels, Duration.ofMillis(millis), true));

    assertEquals("identity: " + key + " is ", refusal.getMessage().substring(0, 14 + key.length()));
  }
}
