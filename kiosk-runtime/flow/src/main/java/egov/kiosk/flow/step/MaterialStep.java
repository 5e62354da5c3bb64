package egov.kiosk.flow.step;

import egov.kiosk.domain.device.DocumentCamera;
import egov.kiosk.domain.device.DocumentPage;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskException.Reason;
import egov.kiosk.flow.desk.MaterialsView.CameraState;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import egov.kiosk.flow.session.Shot;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has papers photographed: take, look, keep or take again; or bring them to the counter later. */
final class MaterialStep {
  private static final Logger LOG = LoggerFactory.getLogger(MaterialStep.class);
  private static final int KEY_BYTES = 8;

  private final Tools tools;
  private final SecureRandom random = new SecureRandom();

  MaterialStep(Tools tools) {
    this.tools = tools;
  }

  /** The page was entered: switches the camera on. */
  void begin(Session session) {
    session.documents(CameraState.STARTING);
    switchOn(session);
  }

  /** Tries again what went out, as soon as the device says it is well. */
  void beat(Session session) {
    if (session.errand() == null && camera().isPresent()) {
      switchOn(session);
    }
  }

  private Optional<DocumentCamera> camera() {
    return tools.ports().documentCamera().filter(found -> found.status().state().usable());
  }

  private void switchOn(Session session) {
    Optional<DocumentCamera> camera = camera();
    if (camera.isEmpty()) {
      session.documents(CameraState.LOST);
    } else {
      new DocumentLook(session, tools.floor(), this, camera.get()).begin(tools.worker());
    }
  }

  /** The camera is on. */
  void ready(Session session) {
    session.documents(CameraState.READY);
  }

  /** There is no picture. */
  void lost(Session session, FaultCode fault) {
    if (session.documents() != CameraState.LOST && fault != FaultCode.BUSY) {
      LOG.warn(
          "Document camera: {} ({}), a technician must look at it; papers can only be brought"
              + " later",
          fault,
          fault.code());
    }
    session.documents(CameraState.LOST);
  }

  /** The citizen presses: one page of this paper. */
  void take(Session session, Action.PageTake press) throws DeskException {
    Material material = material(session, press.material());
    if (!(session.errand() instanceof DocumentLook look)
        || !session.dossier().folder().room(material)) {
      throw new DeskException(Reason.WRONG_STEP);
    }
    session.dossier().folder().drop();
    session.documents(CameraState.TAKING);
    look.take(material.id());
  }

  /** A page was taken; the desk owns it from here on. */
  void taken(Session session, String material, DocumentPage page) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    session.dossier().folder().fresh(new Shot(HexFormat.of().formatHex(key), material, page));
    session.documents(CameraState.READY);
    session.idle().touch();
  }

  void keep(Session session, Action.PageKeep press) throws DeskException {
    Optional<Shot> fresh = session.dossier().folder().fresh();
    if (fresh.isPresent()) {
      // Who gives the paper wants it to count.
      session.dossier().retrieved().use(material(session, fresh.get().material()), false);
    }
    session.dossier().folder().keep();
  }

  void drop(Session session, Action.PageDrop press) {
    session.dossier().folder().drop();
  }

  void remove(Session session, Action.PageRemove press) {
    session.dossier().folder().remove(press.page());
  }

  /** The paper will be brought to the counter, where the item allows that; or not after all. */
  void later(Session session, Action.BringLater press) throws DeskException {
    Material material = material(session, press.material());
    if (!material.later()) {
      throw new DeskException(Reason.WRONG_STEP);
    }
    if (press.later()) {
      session.dossier().folder().bringLater(material);
    } else {
      session.dossier().folder().notLater(material);
    }
  }

  /** The licence stands in for the paper, or does not after all. */
  void licence(Session session, Action.UseLicence press) throws DeskException {
    Material material = material(session, press.material());
    if (session.dossier().retrieved().licence(material).isEmpty()) {
      throw new DeskException(Reason.WRONG_STEP);
    }
    session.dossier().retrieved().use(material, press.use());
    if (press.use()) {
      session.dossier().folder().spare(material);
    }
  }

  /** On to the last look. */
  void goOn(Session session) throws DeskException {
    if (!session.dossier().folder().complete(session.item(), session.dossier().retrieved())) {
      throw new DeskException(Reason.MATERIAL_MISSING);
    }
    session.dossier().folder().drop();
    tools.journey().go(session, SessionState.CONFIRM);
  }

  static Material material(Session session, String id) throws DeskException {
    return session.item().materials().stream()
        .filter(material -> material.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new DeskException(Reason.WRONG_STEP));
  }
}
