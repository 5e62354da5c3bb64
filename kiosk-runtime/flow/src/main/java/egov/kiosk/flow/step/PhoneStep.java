package egov.kiosk.flow.step;

import egov.kiosk.domain.device.DocumentPage;
import egov.kiosk.domain.inquiry.Inquiries;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskException.Reason;
import egov.kiosk.flow.desk.SessionView.Handover;
import egov.kiosk.flow.desk.SessionView.HandoverState;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import java.util.Optional;

/**
 * Takes a page from the citizen's own telephone (手机传): the province has the address, the kiosk asks
 * it for the photo. Nothing of it reaches a disk here.
 */
final class PhoneStep {
  private final Tools tools;
  private final MaterialStep materials;

  PhoneStep(Tools tools, MaterialStep materials) {
    this.tools = tools;
    this.materials = materials;
  }

  /** The citizen wants to use the telephone for this paper. */
  void open(Session session, Action.PhoneOpen press) throws DeskException {
    Material material = MaterialStep.material(session, press.material());
    Optional<Inquiries> platform = tools.ports().inquiries();
    if (platform.isEmpty()
        || !tools.ports().canAsk()
        || !session.dossier().folder().room(material)) {
      throw new DeskException(Reason.WRONG_STEP);
    }
    tools.journey().go(session, SessionState.PHONE);
    session.handover(handover(material, "", HandoverState.OPENING));
    new PhoneLook(session, tools.floor(), this, platform.get(), material).begin(tools.worker());
  }

  private static Handover handover(Material material, String url, HandoverState state) {
    return new Handover(material.id(), material.label(), material.labelEnglish(), url, state);
  }

  /** There is an address to show. */
  void opened(Session session, Material material, String url) {
    session.handover(handover(material, url, HandoverState.WAITING));
  }

  /** There is no way to the telephone now. */
  void lost(Session session, Material material) {
    session.handover(handover(material, "", HandoverState.FAILED));
  }

  /** The photo is here; the desk owns it, and the citizen looks at it as at any other page. */
  void came(Session session, Material material, DocumentPage page) {
    tools.journey().go(session, SessionState.MATERIALS);
    materials.taken(session, material.id(), page);
  }
}
