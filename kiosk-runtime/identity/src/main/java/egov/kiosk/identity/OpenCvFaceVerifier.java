package egov.kiosk.identity;

import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceStage;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.FaceUnavailableException.Reason;
import egov.kiosk.domain.citizen.FaceVerifier;
import egov.kiosk.domain.citizen.FrameSource;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.identity.emulator.EmulatorPortraitDecoder;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.PortraitKind;
import egov.kiosk.identity.pack.Thresholds;
import egov.kiosk.identity.portrait.PortraitDecoder;
import egov.kiosk.identity.portrait.PortraitPicture;
import egov.kiosk.identity.quality.Composition;
import egov.kiosk.identity.vision.Embedding;
import egov.kiosk.identity.vision.FaceEngine;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares faces on this machine with the models of a face pack. Pixels and vectors stay in RAM;
 * what this class made is overwritten before {@link #compare} returns, in the models too. A second
 * caller waits its turn.
 *
 * <p>Tells a living person only where the item demands it, and then by signals that are not
 * certified.
 */
public final class OpenCvFaceVerifier implements FaceVerifier, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenCvFaceVerifier.class);

  private final Neighbours neighbours;
  private final LongSupplier nanoTime;
  private final InstantSource clock;
  private final PortraitDecoder emulator = new EmulatorPortraitDecoder();
  private final ReentrantLock turn = new ReentrantLock();
  private final RandomGenerator random = new SecureRandom();
  private final PackRecords records;
  private final InfraredTrouble infraredTrouble = new InfraredTrouble();
  private volatile IdentitySettings settings;
  private volatile PackInService packs;

  /**
   * Begins to load the face pack on a thread of its own, and returns at once.
   *
   * @param settings how faces are compared
   * @param neighbours asked at each comparison
   * @param nanoTime a clock that never jumps, e.g. {@code System::nanoTime}
   * @param clock tells whether a pack's signature is believed today
   */
  public OpenCvFaceVerifier(
      IdentitySettings settings,
      Neighbours neighbours,
      LongSupplier nanoTime,
      InstantSource clock) {
    this.records = new PackRecords(neighbours.audit());
    this.neighbours = neighbours;
    this.nanoTime = nanoTime;
    this.clock = clock;
    this.settings = settings;
    this.packs = new PackInService(settings, clock, records);
  }

  /** The same without an infrared camera, and without a word to the audit log. */
  public OpenCvFaceVerifier(
      IdentitySettings settings,
      Supplier<List<PortraitDecoder>> siteDecoders,
      LongSupplier nanoTime,
      InstantSource clock) {
    this(settings, Neighbours.of(siteDecoders), nanoTime, clock);
  }

  /**
   * Takes new settings, from the next comparison on. The pack is loaded again only when they ask
   * for another one, or for another proof of it.
   */
  public synchronized void reconfigure(IdentitySettings next) {
    boolean samePack = next.asksForTheSamePack(settings);
    if (next.infraredRequired() != settings.infraredRequired()) {
      infraredTrouble.forget();
    }
    settings = next;
    if (!samePack) {
      PackInService old = packs;
      packs = new PackInService(next, clock, records);
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
    return packs.pack(timeout).map(pack -> pack.engine().packId());
  }

  /**
   * Why another pack than the one in service was refused, if the store says another.
   *
   * @throws FacePackException when no pack is in service at all
   */
  public Optional<String> refusal(Duration timeout) throws FacePackException, InterruptedException {
    return packs.pack(timeout).flatMap(LoadedPack::refusal);
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
    all.addAll(neighbours.decoders().get());
    return all;
  }

  @Override
  public FaceMatch compare(
      Portrait portrait, FrameSource frames, Duration timeout, Consumer<FaceHint> hints)
      throws FaceUnavailableException, InterruptedException {
    return compare(portrait, frames, FaceDemand.LIKENESS, timeout, hints::accept);
  }

  @Override
  public FaceMatch compare(
      Portrait portrait, FrameSource frames, FaceDemand demand, Duration timeout, FaceStage stage)
      throws FaceUnavailableException, InterruptedException {
    turn.lockInterruptibly();
    try {
      return compareAlone(portrait, frames, demand, timeout, stage);
    } finally {
      turn.unlock();
    }
  }

  private FaceMatch compareAlone(
      Portrait portrait, FrameSource frames, FaceDemand demand, Duration timeout, FaceStage stage)
      throws FaceUnavailableException, InterruptedException {
    long begun = nanoTime.getAsLong();
    IdentitySettings now = settings;
    FaceEngine engine = engine(timeout);
    Thresholds thresholds = thresholds(engine, now);
    FaceReader reader = new FaceReader(engine);
    try (PortraitPicture picture = new PortraitReader(decoders(now)).read(portrait);
        Embedding card = reader.portrait(picture).orElseThrow(OpenCvFaceVerifier::noFaceOnCard);
        Sight sight = Sight.of(frames, infrared(demand), reader)) {
      Composition composition = new Composition(now.minFacePixels());
      FrameWalk walk =
          new FrameWalk(
              sight.frames(),
              frame -> reader.live(frame, composition),
              new Hints(stage, nanoTime),
              nanoTime);
      Signals signals = Signals.of(demand, engine, sight.infrared(), now.infraredRequired());
      LivenessSteps steps = new LivenessSteps(walk, stage, random, signals, Signals.eyes(engine));
      Duration left = shorter(timeout.minusNanos(nanoTime.getAsLong() - begun), now.look());
      LiveLook look = new LiveLook(walk, thresholds, steps);
      try {
        FaceMatch match =
            look.look(card, demand, nanoTime.getAsLong() + left.toNanos(), engine.packId());
        LOG.info("look: {}", LookCodes.of(match, walk, steps));
        return match;
      } finally {
        sight.infrared().ifPresent(infraredTrouble::after);
      }
    } catch (FaceUnavailableException e) {
      if (e.reason() == Reason.NO_INFRARED) {
        infraredTrouble.begin(e.getMessage());
      }
      throw e;
    } finally {
      engine.forget();
    }
  }

  /** The infrared camera, where a living person is to be told. */
  private Optional<? extends Camera> infrared(FaceDemand demand) {
    return demand == FaceDemand.LIKENESS ? Optional.empty() : neighbours.infrared().get();
  }

  /** Whether an infrared picture is required, and there is no camera for it. */
  boolean lacksInfrared() {
    return settings.infraredRequired() && neighbours.infrared().get().isEmpty();
  }

  /** Whether nobody is taken for alive without an infrared picture. */
  boolean requiresInfrared() {
    return settings.infraredRequired();
  }

  /** What was wrong with the infrared camera at the last look that used it; empty if nothing. */
  Optional<String> infraredTrouble() {
    return neighbours.infrared().get().isPresent() ? infraredTrouble.what() : Optional.empty();
  }

  private FaceEngine engine(Duration timeout)
      throws FaceUnavailableException, InterruptedException {
    try {
      return packs
          .pack(timeout)
          .orElseThrow(() -> noPack("the face models are still being loaded"))
          .engine();
    } catch (FacePackException e) {
      throw noPack(e.getMessage());
    }
  }

  private static Thresholds thresholds(FaceEngine engine, IdentitySettings now)
      throws FaceUnavailableException {
    try {
      return engine.manifest().thresholds(PortraitKind.CARD, now.policy());
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
    packs.close();
  }
}
