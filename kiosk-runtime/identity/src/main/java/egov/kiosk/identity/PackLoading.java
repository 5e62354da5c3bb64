package egov.kiosk.identity;

import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.PackPlace;
import egov.kiosk.identity.pack.PackTrust;
import egov.kiosk.identity.pack.PortraitKind;
import egov.kiosk.identity.selftest.SelfTest;
import egov.kiosk.identity.trust.Sm2PackTrust;
import egov.kiosk.identity.vision.FaceEngine;
import egov.kiosk.identity.vision.OpenCvNative;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the pack in service into memory: believed, whole, measured at the policy's rate, and
 * through its self-test. When it is refused, the one before it takes its place.
 */
final class PackLoading {
  private static final Logger LOG = LoggerFactory.getLogger(PackLoading.class);

  private final IdentitySettings settings;
  private final PackTrust trust;

  /** What was logged since a pack was loaded last: a kiosk without a pack asks again and again. */
  private volatile String told = "";

  PackLoading(IdentitySettings settings, InstantSource clock) {
    this.settings = settings;
    this.trust = Sm2PackTrust.forInstalled(settings.trust(), clock);
  }

  LoadedPack load() throws FacePackException {
    try {
      PackPlace place =
          new PackPlace(
              settings
                  .packDir()
                  .orElseThrow(() -> new FacePackException("packDir is not configured")));
      LoadedPack pack = load(place);
      told = "";
      return pack;
    } catch (FacePackException e) {
      if (!told.equals(e.getMessage())) {
        told = e.getMessage();
        LOG.error("faces cannot be compared: {}", told);
      }
      throw e;
    }
  }

  private LoadedPack load(PackPlace place) throws FacePackException {
    try {
      FaceEngine engine = engine(place.current());
      LOG.info("face pack {} is loaded", engine.packId());
      return new LoadedPack(engine, Optional.empty());
    } catch (FacePackException e) {
      Optional<Path> previous = place.previous();
      if (previous.isEmpty()) {
        throw e;
      }
      FaceEngine engine = engine(previous.get());
      LOG.error("face pack {} takes the place of one refused: {}", engine.packId(), e.getMessage());
      return new LoadedPack(engine, Optional.of(e.getMessage()));
    }
  }

  private FaceEngine engine(Path folder) throws FacePackException {
    FacePack pack = FacePack.read(folder, trust);
    pack.manifest().thresholds(PortraitKind.CARD, settings.policy());
    OpenCvNative.load();
    new SelfTest(pack).run();
    return new FaceEngine(pack);
  }
}
