package egov.kiosk.identity;

import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.FaceUnavailableException.Reason;
import egov.kiosk.identity.liveness.BorderSign;
import egov.kiosk.identity.liveness.GridSign;
import egov.kiosk.identity.liveness.InfraredSign;
import egov.kiosk.identity.liveness.LivenessSignal;
import egov.kiosk.identity.liveness.PassiveSign;
import egov.kiosk.identity.liveness.RestingEyes;
import egov.kiosk.identity.liveness.Sign;
import egov.kiosk.identity.vision.FaceEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which signals watch a look.
 *
 * @param first see the first good faces
 * @param throughout see every face of the look
 * @param infrared where infrared pictures come from, if from anywhere
 * @param infraredRequired whether nobody is alive whom infrared does not show to be
 */
record Signals(
    List<LivenessSignal> first,
    List<LivenessSignal> throughout,
    Optional<InfraredWatch> infrared,
    boolean infraredRequired) {
  /** No signal watches. */
  static final Signals NONE = new Signals(List.of(), List.of(), Optional.empty(), false);

  Signals {
    first = List.copyOf(first);
    throughout = List.copyOf(throughout);
  }

  /** None where only likeness is demanded: what is not asked for is not looked at. */
  static Signals of(
      FaceDemand demand, FaceEngine engine, Optional<InfraredWatch> infrared, boolean required) {
    if (demand == FaceDemand.LIKENESS) {
      return NONE;
    }
    List<LivenessSignal> first =
        List.of(
            new BorderSign(),
            new GridSign(),
            new PassiveSign(seen -> engine.living(seen.picture(), seen.box())));
    return new Signals(
        first,
        infrared.<LivenessSignal>map(InfraredSign::new).stream().toList(),
        infrared,
        required);
  }

  /** What tells open eyes from closed ones. */
  static RestingEyes eyes(FaceEngine engine) {
    return new RestingEyes(seen -> engine.eyesOpen(seen.picture(), seen.shape()));
  }

  /** All of them, in the order in which technicians read them. */
  List<LivenessSignal> all() {
    List<LivenessSignal> all = new ArrayList<>(first);
    all.addAll(throughout);
    return all;
  }

  /**
   * Refuses a look that will not see what the site demands.
   *
   * @throws FaceUnavailableException with {@link Reason#NO_INFRARED}
   */
  void demandCamera() throws FaceUnavailableException {
    if (infraredRequired && infrared.isEmpty()) {
      throw noInfrared("there is no infrared camera");
    }
  }

  /**
   * Refuses a look that did not see what the site demands.
   *
   * @throws FaceUnavailableException with {@link Reason#NO_INFRARED}
   */
  void demandPicture() throws FaceUnavailableException {
    if (!infraredRequired) {
      return;
    }
    if (!infrared.map(InfraredWatch::seen).orElse(false)) {
      throw noInfrared("the infrared camera gave no picture");
    }
    if (!satisfied() && infrared.map(InfraredWatch::dark).orElse(false)) {
      throw noInfrared(InfraredTrouble.DARK);
    }
  }

  private static FaceUnavailableException noInfrared(String why) {
    return new FaceUnavailableException(
        Reason.NO_INFRARED, "an infrared picture is required, and " + why);
  }

  /** Whether infrared shows a living person, where that is required. */
  boolean satisfied() {
    return !infraredRequired || throughout.stream().allMatch(s -> s.sign() == Sign.LIVE);
  }
}
