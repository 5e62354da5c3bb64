package egov.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.identity.pack.FacePolicy;
import egov.kiosk.identity.trust.TrustSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentitySettingsTest {
  @ParameterizedTest
  @CsvSource({
    "9e-7, 1e-3, 80, 8000, far",
    "0.02, 0.1, 80, 8000, far",
    "NaN, 1e-3, 80, 8000, far",
    "1e-4, 1e-5, 80, 8000, reviewFar",
    "1e-4, 0.2, 80, 8000, reviewFar",
    "1e-4, 1e-3, 39, 8000, minFacePixels",
    "1e-4, 1e-3, 401, 8000, minFacePixels",
    "1e-4, 1e-3, 80, 999, lookMillis",
    "1e-4, 1e-3, 80, 30001, lookMillis"
  })
  void outsideTheLimits_isRefusedByKey(
      double far, double review, int pixels, long millis, String key) {
    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new IdentitySettings(
                    Optional.empty(),
                    TrustSettings.pinned(Set.of()),
                    new FacePolicy(far, review),
                    pixels,
                    Duration.ofMillis(millis),
                    true,
                    false));

    assertEquals("identity: " + key + " is ", refusal.getMessage().substring(0, 14 + key.length()));
  }
}
