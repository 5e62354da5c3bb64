package egov.kiosk.domain.citizen;

import java.time.Instant;
import java.util.Objects;

/**
 * A consent the citizen gave (同意), tied to the exact wording that was on the screen.
 *
 * @param purpose what it is for
 * @param version the version id of the wording shown
 * @param givenAt when the citizen agreed
 */
public record Consent(ConsentPurpose purpose, String version, Instant givenAt) {
  public Consent {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(givenAt, "givenAt");
  }
}
