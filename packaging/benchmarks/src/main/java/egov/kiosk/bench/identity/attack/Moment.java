package egov.kiosk.bench.identity.attack;

import egov.kiosk.domain.citizen.ScreenLight;

/**
 * What somebody does at one time.
 *
 * @param turn of the head in radians, positive to the right of the picture
 * @param nod of the head in radians, positive downwards
 * @param closed how closed the eyes are, 0 to 1
 * @param light on the face
 */
record Moment(double turn, double nod, double closed, ScreenLight light) {
  static Moment still(ScreenLight light) {
    return new Moment(0, 0, 0, light);
  }
}
