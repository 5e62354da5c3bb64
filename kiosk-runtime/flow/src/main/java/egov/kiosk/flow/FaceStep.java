package egov.kiosk.flow;

import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.FaceVerifier;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.transaction.Verification;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskException.Reason;
import egov.kiosk.flow.desk.Problem;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the face with the card. What cannot be decided here is decided by a person. */
final class FaceStep {
  private static final Logger LOG = LoggerFactory.getLogger(FaceStep.class);

  private final Tools tools;

  FaceStep(Tools tools) {
    this.tools = tools;
  }

  /** The camera page was entered: switches the camera on so that citizens see themselves. */
  void begin(Session session) {
    if (triesLeft(session) == 0) {
      decided(session, FlowFault.FACE_MISMATCH.problem(0, "other-way", "help", "end"));
    } else {
      switchOn(session, false);
    }
  }

  /** The citizen is ready, on the camera page or for one more try. */
  void start(Session session, Action.FaceStart start) throws DeskException {
    if (triesLeft(session) == 0) {
      throw new DeskException(Reason.WRONG_STEP);
    }
    session.moveTo(SessionState.LOOKING);
    if (session.errand() instanceof FaceLook look) {
      look.press();
    } else {
      switchOn(session, true);
    }
  }

  private void switchOn(Session session, boolean pressed) {
    Optional<Camera> camera = tools.ports().camera();
    Optional<FaceVerifier> verifier = tools.ports().faceVerifier();
    Optional<IdCard> card = session.dossier().card();
    if (camera.isEmpty() || verifier.isEmpty() || card.isEmpty()) {
      unavailable(session, FaceUnavailableException.Reason.NO_CAMERA);
      return;
    }
    FaceLook look =
        new FaceLook(
            session,
            tools,
            this,
            camera.get(),
            verifier.get(),
            card.get().portrait(),
            demand(session));
    if (pressed) {
      look.press();
    }
    look.begin(tools.worker());
  }

  /** An item that wants a person of flesh and blood gets one by the gentlest means there are. */
  private static FaceDemand demand(Session session) {
    return session.item().profile().verification() == Verification.LIVE_FACE_OR_STAFF
        ? FaceDemand.LIVENESS
        : FaceDemand.LIKENESS;
  }

  /** The verdict: passing leads on, anything else to a person. */
  void verdict(Session session, FaceMatch match) {
    session.dossier().match(match);
    tools.ports().audit().record(Records.face(session, match));
    switch (match.outcome()) {
      case PASS -> {
        if (Route.verified(session.item(), session.dossier())) {
          tools.journey().next(session);
        } else {
          // The faces are one, but this item also asks for a sign of life, and none was seen.
          decided(session, FlowFault.FACE_REVIEW.problem(0, "other-way", "help", "end"));
        }
      }
      case REVIEW -> {
        session.faceFailed();
        decided(
            session,
            triesLeft(session) > 0
                ? FlowFault.FACE_REVIEW.problem(
                    triesLeft(session), "other-way", "face-start", "help", "end")
                : FlowFault.FACE_REVIEW.problem(0, "other-way", "help", "end"));
      }
      case FAIL -> {
        session.faceFailed();
        decided(
            session,
            triesLeft(session) > 0
                ? FlowFault.FACE_MISMATCH.problem(
                    triesLeft(session), "face-start", "other-way", "help", "end")
                : FlowFault.FACE_MISMATCH.problem(0, "other-way", "help", "end"));
      }
    }
  }

  /** No comparison was made. */
  void unavailable(Session session, FaceUnavailableException.Reason reason) {
    LOG.warn("No face comparison was made: {}; the citizen is offered the staff check", reason);
    tools.ports().audit().record(Records.noFace(session, reason));
    if (reason == FaceUnavailableException.Reason.NO_LIVE_FACE) {
      session.faceFailed();
    }
    boolean again =
        triesLeft(session) > 0
            && (reason == FaceUnavailableException.Reason.NO_LIVE_FACE
                || reason == FaceUnavailableException.Reason.NO_CAMERA);
    decided(
        session,
        again
            ? FlowFault.FACE_UNAVAILABLE.problem(
                triesLeft(session), "other-way", "face-start", "help", "end")
            : FlowFault.FACE_UNAVAILABLE.problem(0, "other-way", "help", "end"));
  }

  private void decided(Session session, Problem problem) {
    tools.journey().problem(session, SessionState.FACE_PROBLEM, problem);
  }

  private int triesLeft(Session session) {
    return Math.max(0, tools.settings().get().faceTries() - session.faceFailures());
  }
}
