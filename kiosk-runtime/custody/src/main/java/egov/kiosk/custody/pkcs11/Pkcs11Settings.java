package egov.kiosk.custody.pkcs11;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a token's keys are, and by which of its vendor's mechanisms they work.
 *
 * @param library the vendor's library, absolute
 * @param token the token's label; empty: the only one there is
 * @param signLabel the label of signing key and certificate
 * @param encryptLabel the label of encryption key and certificate; empty: there is none
 * @param signMechanism CKM of SM2 signing, from the vendor's header
 * @param signsMessage whether that mechanism takes the message (SM3 and Z inside, user id {@code
 *     1234567812345678}) and not the 32 bytes e
 * @param decryptMechanism CKM of SM2 decryption, from the vendor's header; 0: there is none
 * @param cipherForm what that mechanism takes
 * @param generateMechanism CKM of making SM2 key pairs, from the vendor's header; 0: there is none
 */
public record Pkcs11Settings(
    Path library,
    String token,
    String signLabel,
    String encryptLabel,
    long signMechanism,
    boolean signsMessage,
    long decryptMechanism,
    CipherForm cipherForm,
    long generateMechanism) {
  /** A token in which no keys are made. */
  public Pkcs11Settings(
      Path library,
      String token,
      String signLabel,
      String encryptLabel,
      long signMechanism,
      boolean signsMessage,
      long decryptMechanism,
      CipherForm cipherForm) {
    this(
        library,
        token,
        signLabel,
        encryptLabel,
        signMechanism,
        signsMessage,
        decryptMechanism,
        cipherForm,
        0);
  }

  public Pkcs11Settings {
    Objects.requireNonNull(library, "library");
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(encryptLabel, "encryptLabel");
    Objects.requireNonNull(cipherForm, "cipherForm");
    if (signLabel.isEmpty()) {
      throw new IllegalArgumentException("custody: pkcs11SignLabel names the PKCS#11 key");
    }
    if (signMechanism == 0) {
      throw new IllegalArgumentException(
          "custody: pkcs11SignMechanism is the number of CKM for SM2 in the vendor's header");
    }
  }
}
