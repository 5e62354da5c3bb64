package egov.kiosk.flow.step;

import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.flow.session.Session;

/**
 * Takes back the consent to the face (撤回同意). The camera goes off because its page is left, its
 * frames are overwritten where they are looked at; what is left to do is to forget the verdict and
 * to record that it was taken back.
 */
final class Withdrawal {
  private Withdrawal() {}

  /** Does so if the consent was given; else nothing. */
  static void ofFace(Session session, Tools tools) {
    if (session.dossier().gave(ConsentPurpose.FACE)) {
      session.dossier().withdrawFace(tools.clock().instant());
      tools.ports().audit().record(Records.withdrawn(session, ConsentPurpose.FACE));
    }
  }
}
