package egov.kiosk.enrolment.message;

import egov.kiosk.crypto.sm.Sm3;
import java.util.List;
import java.util.Optional;

/** The two small messages between request and answer, and the one refusal there is. */
public final class Turns {
  /** The only thing a refused machine hears; the reason stays at the platform. */
  private static final byte[] REFUSED = Sheet.of("egov-kiosk-enrolment-refused-1").encoded();

  private static final String CHALLENGE = "egov-kiosk-enrolment-challenge-1";
  private static final String PROOF = "egov-kiosk-enrolment-proof-1";

  private Turns() {}

  /** No. */
  public static byte[] refused() {
    return REFUSED.clone();
  }

  /** Whether it is the refusal. */
  public static boolean isRefused(byte[] bytes) {
    return java.util.Arrays.equals(bytes, REFUSED);
  }

  /** Something to decrypt with the encryption key; nothing when the platform makes that key. */
  public static byte[] challenge(CodeKeys keys, byte[] request, byte[] ciphertext) {
    Sheet sheet = Sheet.of(CHALLENGE).with("ciphertext", ciphertext);
    return sheet.with("mac", keys.mac("challenge", request, sheet.encoded())).encoded();
  }

  /** The ciphertext of a challenge to that request, made by somebody who has the code. */
  public static Optional<byte[]> challenged(CodeKeys keys, byte[] request, byte[] bytes) {
    Optional<Sheet> sheet = Sheet.parse(bytes, CHALLENGE, List.of("ciphertext", "mac"));
    try {
      if (sheet.isPresent()) {
        byte[] ciphertext = sheet.get().bytes("ciphertext");
        Sheet without = Sheet.of(CHALLENGE).with("ciphertext", ciphertext);
        if (keys.made(sheet.get().bytes("mac"), "challenge", request, without.encoded())) {
          return Optional.of(ciphertext);
        }
      }
    } catch (IllegalArgumentException e) {
      // Refused below with the same words.
    }
    return Optional.empty();
  }

  /** That the challenge was decrypted, or, when there was nothing in it, that it was read. */
  public static byte[] proof(CodeKeys keys, byte[] request, byte[] decrypted) {
    return Sheet.of(PROOF).with("proof", keys.mac("proof", request, decrypted)).encoded();
  }

  /** Whether this proves that the one who made the request could decrypt. */
  public static boolean proven(CodeKeys keys, byte[] request, byte[] secret, byte[] bytes) {
    Optional<Sheet> sheet = Sheet.parse(bytes, PROOF, List.of("proof"));
    try {
      return sheet.isPresent()
          && sheet.get().bytes("proof").length == Sm3.LENGTH
          && keys.made(sheet.get().bytes("proof"), "proof", request, secret);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
