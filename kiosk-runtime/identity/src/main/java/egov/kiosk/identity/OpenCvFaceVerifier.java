package egov.kiosk.identity;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.FaceUnavailableException.Reason;
import egov.kiosk.domain.citizen.FaceVerifier;
import egov.kiosk.domain.citizen.FrameSource;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.identity.emulator.EmulatorPortraitDecoder;
import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.portrait.PortraitDecoder;
import egov.kiosk.identity.portrait.PortraitPicture;
import egov.kiosk.identity.vision.Embedding;
import egov.kiosk.identity.vision.FaceEngine;
import egov.kiosk.identity.vision.OpenCvNative;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares faces on this machine with the models of a face pack. Pixels and vectors stay in RAM;
 * what this class made is overwritten before {@link #compare} returns, in the models too. A second
 * caller waits its turn.
 *
 * <p>Tells whether two pictures show one person, not whether the second is a living one: liveness
 * is another check.
 */
public final class OpenCvFaceVerifier implements FaceVerifier, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenCvFaceVerifier.class);

  private final Supplier<List<PortraitDecoder>> siteDecoders;
  private final LongSupplier nanoTime;
  private final PortraitDecoder emulator = new EmulatorPortraitDecoder();
  private final ReentrantLock turn = new ReentrantLock();
  private volatile IdentitySettings settings;
  private volatile EngineLoader loader;

  /**
   * Begins to load the face pack on a thread of its own, and returns at once.
   *
   * @param settings how faces are compared
   * @param siteDecoders the decoders a site has installed now; asked at each comparison
   * @param nanoTime a clock that never jumps, e.g. {@code System::nanoTime}
   */
  public OpenCvFaceVerifier(
      IdentitySettings settings,
      Supplier<List<PortraitDecoder>> siteDecoders,
      LongSupplier nanoTime) {
    this.siteDecoders = siteDecoders;
    this.nanoTime = nanoTime;
    this.settings = settings;
    this.loader = startLoading(settings.packDir());
  }

  private static EngineLoader startLoading(Optional<Path> packDir) {
    EngineLoader loader = new EngineLoader(() -> load(packDir));
    loader.start();
    return loader;
  }

  private static FaceEngine load(Optional<Path> packDir) throws FacePackException {
    try {
      Path folder = packDir.orElseThrow(() -> new FacePackException("packDir is not configured"));
      FacePack pack = FacePack.read(folder);
      OpenCvNative.load();
      FaceEngine engine = new FaceEngine(pack);
      LOG.info("face pack {} is loaded", pack.id());
      return engine;
    } catch (FacePackException e) {
      LOG.error("faces cannot be compared: {}", e.getMessage());
      throw e;
    }
  }

  /**
   * Takes new settings, from the next comparison on. The pack is loaded again only when it is
   * another folder.
   */
  public synchronized void reconfigure(IdentitySettings next) {
    boolean samePack = next.packDir().equals(settings.packDir());
    settings = next;
    if (!samePack) {
      EngineLoader old = loader;
      loader = startLoading(next.packDir());
      old.close();
    }
  }

  /**
   * Id of the face pack, waited for while it is being loaded.
   *
   * @return empty when it is still being loaded after that time
   * @throws FacePackException when it is missing or was refused
   */
  public Optional<String> packId(Duration timeout) throws FacePackException, InterruptedException {
    return loader.engine(timeout).map(FaceEngine::packId);
  }

  /** Names of the portrait decoders in force, in the order they are asked. */
  public List<String> decoderNames() {
    return decoders(settings).stream().map(PortraitDecoder::name).toList();
  }

  private List<PortraitDecoder> decoders(IdentitySettings now) {
    List<PortraitDecoder> all = new ArrayList<>();
    if (now.emulatorPortraits()) {
      all.add(emulator);
    }
    all.addAll(siteDecoders.get());
    return all;
  }

  @Override
  public FaceMatch compare(
      Portrait portrait, FrameSource frames, Duration timeout, Consumer<FaceHint> hints)
      throws FaceUnavailableException, InterruptedException {
    turn.lockInterruptibly();
    try {
      return compareAlone(portrait, frames, timeout, hints);
    } finally {
      turn.unlock();
    }
  }

  private FaceMatch compareAlone(
      Portrait portrait, FrameSource frames, Duration timeout, Consumer<FaceHint> hints)
      throws FaceUnavailableException, InterruptedException {
    long begun = nanoTime.getAsLong();
    IdentitySettings now = settings;
    FaceEngine engine = engine(timeout);
    FaceReader reader = new FaceReader(engine);
    QualityGate gate = new QualityGate(now.minFacePixels());
    try (PortraitPicture picture = new PortraitReader(decoders(now)).read(portrait);
        Embedding card = reader.portrait(picture).orElseThrow(OpenCvFaceVerifier::noFaceOnCard)) {
      Duration left = timeout.minusNanos(nanoTime.getAsLong() - begun);
      return new LiveLook(frame -> reader.live(frame, gate), now, nanoTime)
          .look(
              card, frames, shorter(left, now.look()), new Hints(hints, nanoTime), engine.packId());
    } finally {
      engine.forget();
    }
  }

  private FaceEngine engine(Duration timeout)
      throws FaceUnavailableException, InterruptedException {
    try {
      return loader
          .engine(timeout)
          .orElseThrow(() -> noPack("the face models are still being loaded"));
    } catch (FacePackException e) {
      throw noPack(e.getMessage());
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static FaceUnavailableException noPack(String message) {
    return new FaceUnavailableException(Reason.NO_PACK, message);
  }

  private static FaceUnavailableException noFaceOnCard() {
    return new FaceUnavailableException(Reason.NO_FACE_ON_CARD, "the portrait shows no face");
  }

  /** Waits a few seconds for loading to end. A comparison under way goes on. */
  @Override
  public void close() {
    loader.close();
  }
}
