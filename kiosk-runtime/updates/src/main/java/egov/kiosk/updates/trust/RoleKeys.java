package egov.kiosk.updates.trust;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who may sign for a role.
 *
 * @param keys by their ids
 * @param threshold how many different ones must have signed, at least 1
 */
record RoleKeys(Map<String, TrustedKey> keys, int threshold) {
  RoleKeys {
    keys = Map.copyOf(keys);
  }

  /**
   * Checks who signed. A key counts once, however often it signed; a key that is not of the role
   * does not count at all.
   *
   * @throws UpdateRefusedException {@link Refusal#UNSIGNED}
   */
  void demand(SignedMetadata metadata) throws UpdateRefusedException {
    Set<String> signers = new HashSet<>();
    byte[] message = metadata.signedBytes();
    for (SignedMetadata.Signature signature : metadata.signatures()) {
      TrustedKey key = keys.get(signature.keyId());
      if (key != null && key.verifies(message, signature.value())) {
        signers.add(key.id());
      }
    }
    if (signers.size() < threshold) {
      throw new UpdateRefusedException(
          Refusal.UNSIGNED,
          "%s version %d has %d good signatures of %d"
              .formatted(metadata.role().word(), metadata.version(), signers.size(), threshold));
    }
  }
}
