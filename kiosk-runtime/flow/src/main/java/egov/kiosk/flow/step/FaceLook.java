package egov.kiosk.flow.step;

import egov.kiosk.domain.citizen.FaceChallenge;
import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceStage;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.FaceVerifier;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.citizen.ScreenLight;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.flow.session.Errand;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.surroundings.Lens;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One look: the camera is on from entering the page until the verdict, or until the page is left.
 * The thread that switches the camera on also switches it off.
 */
final class FaceLook extends Errand implements Lens {
  /** Longer than any page waits; the idle timer leaves the page before. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final Tools tools;
  private final FaceStep step;
  private final Camera camera;
  private final FaceVerifier verifier;
  private final Portrait portrait;
  private final FaceDemand demand;
  private final CountDownLatch pressed = new CountDownLatch(1);
  private volatile Camera.Stream stream;

  FaceLook(
      Session session,
      Tools tools,
      FaceStep step,
      Camera camera,
      FaceVerifier verifier,
      Portrait portrait,
      FaceDemand demand) {
    super(session, tools.floor());
    this.tools = tools;
    this.step = step;
    this.camera = camera;
    this.verifier = verifier;
    this.portrait = portrait;
    this.demand = demand;
  }

  /** The citizen is ready. */
  void press() {
    pressed.countDown();
  }

  /** The picture of this moment, if the camera is on. */
  @Override
  public Optional<byte[]> preview() {
    Camera.Stream open = stream;
    return open == null ? Optional.empty() : open.preview();
  }

  @Override
  public void run() throws InterruptedException {
    try (Camera.Stream open = camera.open()) {
      stream = open;
      if (pressed.await(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
        FaceMatch match =
            verifier.compare(portrait, open, demand, tools.settings().get().look(), new Screen());
        done(() -> step.verdict(session(), match));
      }
    } catch (DeviceException e) {
      done(() -> step.unavailable(session(), FaceUnavailableException.Reason.NO_CAMERA));
    } catch (FaceUnavailableException e) {
      done(() -> step.unavailable(session(), e.reason()));
    } finally {
      stream = null;
    }
  }

  @Override
  public void failed() {
    done(() -> step.unavailable(session(), FaceUnavailableException.Reason.NO_PACK));
  }

  /** The citizen's own screen, which shows the state of the session. */
  private final class Screen implements FaceStage {
    @Override
    public void hint(FaceHint hint) {
      meanwhile(() -> session().hint(hint));
    }

    @Override
    public boolean light(ScreenLight light) {
      meanwhile(() -> session().light(light));
      return true;
    }

    @Override
    public boolean ask(FaceChallenge challenge) {
      meanwhile(() -> session().ask(challenge));
      return true;
    }
  }
}
