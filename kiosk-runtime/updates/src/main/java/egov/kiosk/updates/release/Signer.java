package egov.kiosk.updates.release;

import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.crypto.sm.Sm2Signing;
import egov.kiosk.updates.json.JsonText;
import egov.kiosk.updates.trust.TrustedKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Signs metadata: SM3withSM2 (GB/T 32918.2) over the canonical bytes of what is said. */
public final class Signer {
  private final Sm2PrivateKey key;
  private final SecureRandom random;

  /** Signs with a key in memory: for laboratories. */
  public Signer(Sm2PrivateKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  /** The key it signs with, as metadata carries it. */
  public TrustedKey key() {
    return TrustedKey.of(key.publicKey());
  }

  /** One more signature, beside those that are there. */
  public Map<String, Object> signature(Map<String, ?> said) {
    byte[] signature = new Sm2Signing(key, random).sign(JsonText.write(said));
    return Map.of("keyid", key().id(), "sig", HexFormat.of().formatHex(signature));
  }

  /** A file of metadata with the signatures of several. */
  public static byte[] file(Map<String, ?> said, List<Signer> signers) {
    List<Map<String, Object>> signatures = new ArrayList<>();
    signers.forEach(signer -> signatures.add(signer.signature(said)));
    return JsonText.write(Map.of("signed", said, "signatures", signatures));
  }
}
