package egov.kiosk.crypto.custody;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where private keys are kept (密钥托管). */
public enum CustodyKind {
  /** In files of this machine, and in this process's memory: for laboratories. */
  FILE,
  /** In a token behind a PKCS#11 library (OASIS PKCS #11, SM2 by vendor's mechanisms). */
  PKCS11,
  /** In a smart key behind an SKF library (GM/T 0016). */
  SKF,
  /** In a card or machine behind an SDF library (GM/T 0018). */
  SDF;

  /** The word a configuration uses: the name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that word. */
  public static Optional<CustodyKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
