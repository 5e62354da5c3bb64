package egov.kiosk.domain.access;

import java.util.Objects;

/** What a key card answered to a {@link Challenge}. Immutable; shows nothing of itself. */
public final class CardAnswer {
  private final String nonce;
  private final byte[] signature;

  /**
   * @param nonce which challenge it answers
   * @param signature SM2 with SM3 over the bytes of the challenge's text (GB/T 32918.2, default
   *     user id), DER of r and s (GB/T 35276); copied
   */
  public CardAnswer(String nonce, byte[] signature) {
    this.nonce = Objects.requireNonNull(nonce, "nonce");
    this.signature = signature.clone();
  }

  public String nonce() {
    return nonce;
  }

  public byte[] signature() {
    return signature.clone();
  }

  @Override
  public String toString() {
    return "CardAnswer";
  }
}
