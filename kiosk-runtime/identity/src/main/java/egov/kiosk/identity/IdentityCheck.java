package egov.kiosk.identity;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.identity.pack.FacePackException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tells a technician whether faces can be compared: is the pack whole, are portraits readable. */
public final class IdentityCheck implements HealthCheck {
  private static final String NAME = "identity";

  private final OpenCvFaceVerifier verifier;

  public IdentityCheck(OpenCvFaceVerifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    try {
      Optional<String> pack = verifier.packId(timeout);
      if (pack.isEmpty()) {
        return new Finding(
            NAME, Level.WARN, "the face pack is still being loaded", Actor.NOBODY, "Ask again.");
      }
      if (verifier.lacksInfrared()) {
        return new Finding(
            NAME,
            Level.WARN,
            "an infrared camera is required, and none is there: staff look instead",
            Actor.TECHNICIAN,
            "Set infrared-camera.device, or switch identity.infraredRequired off.");
      }
      Optional<String> infrared = verifier.infraredTrouble();
      if (infrared.isPresent()) {
        return verifier.requiresInfrared()
            ? withoutInfrared(infrared.get())
            : infraredSaysNothing(infrared.get());
      }
      Optional<String> refusal = verifier.refusal(timeout);
      return refusal.isPresent()
          ? another(pack.get(), refusal.get())
          : loaded(pack.get(), verifier.decoderNames());
    } catch (FacePackException e) {
      return new Finding(
          NAME,
          Level.FAIL,
          e.getMessage(),
          Actor.TECHNICIAN,
          "Install a face pack (kiosk face pack install), or point identity.packDir at one.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Finding(NAME, Level.WARN, "the check was ended", Actor.NOBODY, "Ask again.");
    }
  }

  private static Finding withoutInfrared(String trouble) {
    return new Finding(
        NAME,
        Level.WARN,
        trouble + " (at the last look): staff look instead, F-09",
        Actor.TECHNICIAN,
        "Look at lamp, lens and cable of the infrared camera, or switch identity.infraredRequired"
            + " off.");
  }

  private static Finding infraredSaysNothing(String trouble) {
    return new Finding(
        NAME,
        Level.WARN,
        trouble + " (at the last look): the other signs of life decide without it",
        Actor.TECHNICIAN,
        "Look at lamp, lens and cable of the infrared camera, or take infrared-camera.device out.");
  }

  private static Finding another(String pack, String refusal) {
    return new Finding(
        NAME,
        Level.WARN,
        "face pack " + pack + " is in service, because another was refused: " + refusal,
        Actor.TECHNICIAN,
        "Run kiosk face pack self-test; install the pack again, or roll back.");
  }

  private static Finding loaded(String pack, List<String> decoders) {
    if (decoders.isEmpty()) {
      return new Finding(
          NAME,
          Level.WARN,
          "face pack " + pack + " is loaded, but no decoder for card portraits is installed",
          Actor.TECHNICIAN,
          "Install the site's portrait decoder; until then staff compare faces.");
    }
    return Finding.ok(
        NAME,
        "face pack "
            + pack
            + " is loaded; portraits are decoded by "
            + String.join(", ", decoders));
  }
}
