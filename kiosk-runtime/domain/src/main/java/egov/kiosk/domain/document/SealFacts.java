package egov.kiosk.domain.document;

import java.time.Instant;
import java.util.Objects;

/**
 * What a document's seal says; worth nothing unless the verdict is {@link Verdict#VALID}.
 *
 * @param sealId the seal's identity at its maker
 * @param sealName the seal's name, usually an organisation's
 * @param signer the common name in the signing certificate
 * @param sealedAt the moment of sealing, by the signer's clock
 */
public record SealFacts(String sealId, String sealName, String signer, Instant sealedAt) {
  public SealFacts {
    Objects.requireNonNull(sealId, "sealId");
    Objects.requireNonNull(sealName, "sealName");
    Objects.requireNonNull(signer, "signer");
    Objects.requireNonNull(sealedAt, "sealedAt");
  }
}
