package egov.kiosk.facepacks.store;

import egov.kiosk.identity.pack.FacePolicy;
import egov.kiosk.identity.pack.PackTrust;
import java.util.Objects;

/**
 * What packs a store takes.
 *
 * @param arriving whose packs may be installed
 * @param installed whose packs are believed that were installed before
 * @param proof what every pack must pass
 * @param policy at which rates a pack must have been measured to serve
 */
public record StoreRules(PackTrust arriving, PackTrust installed, Proof proof, FacePolicy policy) {
  public StoreRules {
    Objects.requireNonNull(arriving, "arriving");
    Objects.requireNonNull(installed, "installed");
    Objects.requireNonNull(proof, "proof");
    Objects.requireNonNull(policy, "policy");
  }
}
