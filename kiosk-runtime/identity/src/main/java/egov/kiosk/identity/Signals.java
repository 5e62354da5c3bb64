package egov.kiosk.identity;

import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.identity.liveness.BorderSign;
import egov.kiosk.identity.liveness.GridSign;
import egov.kiosk.identity.liveness.LivenessSignal;
import egov.kiosk.identity.liveness.PassiveSign;
import egov.kiosk.identity.liveness.RestingEyes;
import egov.kiosk.identity.vision.FaceEngine;
import java.util.List;

/** Which signals watch a look. */
final class Signals {
  private Signals() {}

  /** None where only likeness is demanded: what is not asked for is not looked at. */
  static List<LivenessSignal> of(FaceDemand demand, FaceEngine engine) {
    if (demand == FaceDemand.LIKENESS) {
      return List.of();
    }
    return List.of(
        new BorderSign(),
        new GridSign(),
        new PassiveSign(seen -> engine.living(seen.picture(), seen.box())));
  }

  /** What tells open eyes from closed ones. */
  static RestingEyes eyes(FaceEngine engine) {
    return new RestingEyes(seen -> engine.eyesOpen(seen.picture(), seen.shape()));
  }
}
