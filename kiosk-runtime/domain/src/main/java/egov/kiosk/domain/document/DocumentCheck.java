package egov.kiosk.domain.document;

import java.util.Objects;
import java.util.Optional;

/**
 * The outcome of checking a document.
 *
 * @param verdict the verdict
 * @param reason why, in one English sentence without personal data
 * @param seal what the seal says, when it could be read
 */
public record DocumentCheck(Verdict verdict, String reason, Optional<SealFacts> seal) {
  public DocumentCheck {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(seal, "seal");
  }
}
