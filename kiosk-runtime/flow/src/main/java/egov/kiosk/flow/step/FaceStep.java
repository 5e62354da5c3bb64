package egov.kiosk.flow.step;

import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceOutcome;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.FaceVerifier;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.Liveness;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskException.Reason;
import egov.kiosk.flow.desk.Problem;
import egov.kiosk.flow.session.FlowFault;
import egov.kiosk.flow.session.Route;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
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
    Optional<IdCard> card = session.dossier().idCard();
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
    return switch (session.item().profile().verification()) {
      case LIVE_FACE_OR_STAFF -> FaceDemand.LIVENESS;
      case CHALLENGED_FACE_OR_STAFF -> FaceDemand.CHALLENGE;
      case FACE_OR_STAFF, STAFF_ONLY -> FaceDemand.LIKENESS;
    };
  }

  /** The verdict: passing leads on, anything else to a person. */
  void verdict(Session session, FaceMatch match) {
    session.dossier().match(match);
    tools.ports().audit().record(Records.face(session, match));
    if (Route.verified(session.item(), session.dossier())) {
      tools.journey().next(session);
      return;
    }
    FlowFault fault = FlowFault.of(match);
    if (match.outcome() == FaceOutcome.PASS) {
      // The faces are one, but the verifier never looked for the sign of life that the item wants.
      decided(session, fault.problem(0, "other-way", "help", "end"));
      return;
    }
    session.faceFailed();
    int left = triesLeft(session);
    boolean firstAgain = match.outcome() == FaceOutcome.FAIL && match.liveness() != Liveness.FAILED;
    decided(
        session,
        left == 0
            ? fault.problem(0, "other-way", "help", "end")
            : firstAgain
                ? fault.problem(left, "face-start", "other-way", "help", "end")
                : fault.problem(left, "other-way", "face-start", "help", "end"));
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
    FlowFault fault = FlowFault.of(reason);
    decided(
        session,
        again
            ? fault.problem(triesLeft(session), "other-way", "face-start", "help", "end")
            : fault.problem(0, "other-way", "help", "end"));
  }

  private void decided(Session session, Problem problem) {
    tools.journey().problem(session, SessionState.FACE_PROBLEM, problem);
  }

  private int triesLeft(Session session) {
    return Math.max(0, tools.settings().get().faceTries() - session.faceFailures());
  }
}
