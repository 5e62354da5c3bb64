package egov.kiosk.domain.citizen;

/**
 * Something a citizen is asked to do before the camera. Left and right are the citizen's own. Who
 * cannot do it takes the equal way.
 */
public enum FaceChallenge {
  BLINK,
  TURN_LEFT,
  TURN_RIGHT,
  NOD
}
