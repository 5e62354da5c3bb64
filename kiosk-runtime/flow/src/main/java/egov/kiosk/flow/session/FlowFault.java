package egov.kiosk.flow.session;

import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceOutcome;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.Liveness;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.flow.desk.Problem;
import java.util.List;

/** What can stop a citizen apart from the devices' own faults. */
public enum FlowFault {
  /** The citizen did not agree to the use of their data: there are other ways than this machine. */
  CONSENT_REFUSED(Actor.CITIZEN, "A-01"),
  /** The card is a child's: a guardian must be there and agree, and staff see to it. */
  GUARDIAN_NEEDED(Actor.CITIZEN, "A-02"),
  /** The item is for other ages than the holder's. */
  AGE_OUTSIDE(Actor.CITIZEN, "A-03"),
  CARD_EXPIRED(Actor.CITIZEN, "R-50"),
  SOCIAL_CARD_EXPIRED(Actor.CITIZEN, "R-51"),
  /** The telephone's code counted before. */
  CODE_USED(Actor.CITIZEN, "E-01"),
  /** The telephone's code is older than a minute. */
  CODE_EXPIRED(Actor.CITIZEN, "E-02"),
  /** No platform knows the telephone's code. */
  CODE_UNKNOWN(Actor.CITIZEN, "E-03"),
  /** The electronic card behind the code has expired. */
  CODE_LAPSED(Actor.CITIZEN, "E-04"),
  /** Nobody can be asked whose the code is. */
  CODE_NO_LINE(Actor.TECHNICIAN, "E-05"),
  FACE_MISMATCH(Actor.CITIZEN, "F-01"),
  /** Too close to call: a person decides. */
  FACE_REVIEW(Actor.STAFF, "F-02"),
  /** No comparison could be made: the models are not there. */
  FACE_UNAVAILABLE(Actor.STAFF, "F-03"),
  /** No face could be seen well enough in time. */
  FACE_NOT_SEEN(Actor.CITIZEN, "F-04"),
  /** The picture on the card cannot be read, or shows no face. */
  CARD_PICTURE(Actor.STAFF, "F-05"),
  /** The camera gives no picture. */
  FACE_CAMERA(Actor.STAFF, "F-06"),
  /** The item wants a sign of life, and what is installed cannot see one. */
  LIVENESS_UNAVAILABLE(Actor.STAFF, "F-07"),
  /** The faces are one, or may be, but no sign of life was seen. */
  FACE_NOT_LIVE(Actor.STAFF, "F-08"),
  /** The site demands an infrared picture, and its camera gives none. */
  INFRARED_UNAVAILABLE(Actor.STAFF, "F-09"),
  STAFF_REFUSED(Actor.STAFF, "S-01"),
  QUEUE_UNAVAILABLE(Actor.TECHNICIAN, "Q-01"),
  SEAL_UNAVAILABLE(Actor.TECHNICIAN, "Q-02"),
  /** A question needs the line, and there is none. */
  NO_LINE(Actor.TECHNICIAN, "N-01"),
  /** The platform did not answer in time. */
  UNANSWERED(Actor.TECHNICIAN, "N-02");

  private final Actor actor;
  private final String code;

  FlowFault(Actor actor, String code) {
    this.actor = actor;
    this.code = code;
  }

  public Problem problem(int attemptsLeft, String... actions) {
    return new Problem(name(), actor, code, attemptsLeft, List.of(actions));
  }

  /** Why no comparison was made. */
  public static FlowFault of(FaceUnavailableException.Reason reason) {
    return switch (reason) {
      case NO_PACK -> FACE_UNAVAILABLE;
      case NO_LIVE_FACE -> FACE_NOT_SEEN;
      case NO_PORTRAIT, NO_FACE_ON_CARD -> CARD_PICTURE;
      case NO_CAMERA -> FACE_CAMERA;
      case NO_LIVENESS -> LIVENESS_UNAVAILABLE;
      case NO_INFRARED -> INFRARED_UNAVAILABLE;
    };
  }

  /** Why a comparison that was made does not lead on. */
  public static FlowFault of(FaceMatch match) {
    if (match.liveness() == Liveness.FAILED || match.outcome() == FaceOutcome.PASS) {
      return FACE_NOT_LIVE;
    }
    return match.outcome() == FaceOutcome.REVIEW ? FACE_REVIEW : FACE_MISMATCH;
  }

  /** What is wrong with a social security card or its reader. */
  public static Problem socialCard(FaultCode fault, int attemptsLeft, List<String> actions) {
    String word =
        switch (fault) {
          case CARD_MOVED, CARD_UNREADABLE -> "SOCIAL_CARD_MOVED";
          case CARD_NOT_SUPPORTED, NOT_AN_ID_CARD -> "SOCIAL_CARD_OTHER";
          case CARD_DATA_INVALID -> "SOCIAL_CARD_INVALID";
          default -> "SOCIAL_CARD_READER";
        };
    return new Problem(word, fault.actor(), fault.code(), attemptsLeft, actions);
  }

  /** What is wrong with the scanner. */
  public static Problem codeScanner(FaultCode fault, List<String> actions) {
    return new Problem("CODE_SCANNER", fault.actor(), fault.code(), 0, actions);
  }

  /** A device's fault as a problem. */
  public static Problem device(FaultCode fault, int attemptsLeft, List<String> actions) {
    return new Problem(fault.name(), fault.actor(), fault.code(), attemptsLeft, actions);
  }
}
