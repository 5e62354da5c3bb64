package egov.kiosk.facepacks.store;

import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.FacePackException;

/** What a pack must pass before it may serve: its self-test. */
@FunctionalInterface
public interface Proof {
  /**
   * Tries the pack.
   *
   * @throws FacePackException saying what it fails
   */
  void demand(FacePack pack) throws FacePackException;
}
