package egov.kiosk.identity;

import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.citizen.FrameSource;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.identity.liveness.InfraredBeside;
import egov.kiosk.identity.liveness.InfraredView;
import egov.kiosk.identity.liveness.StreamWatch;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a look its frames and holds the infrared picture of the same time beside each. The infrared
 * camera is switched on by a thread of its own, as it may take seconds; until then, and when it
 * cannot be, there is nothing beside a frame. Used by one thread; closing it switches the camera
 * off and overwrites the picture.
 */
final class InfraredWatch implements FrameSource, InfraredBeside, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InfraredWatch.class);

  /** Two cameras of fifteen pictures a second have pictures this near to each other. */
  static final Duration SAME_TIME = Duration.ofMillis(150);

  private final FrameSource visible;
  private final BiConsumer<Frame, Consumer<InfraredView>> reader;
  private final StreamWatch life = new StreamWatch();
  private Camera.Stream stream;
  private boolean closed;
  private Frame beside;
  private boolean together;
  private boolean any;
  private int looked;
  private int lit;

  /**
   * @param visible the frames of the look; not closed with this
   * @param camera sees infrared; switched on now
   * @param reader looks for a face in an infrared picture
   */
  InfraredWatch(
      FrameSource visible, Camera camera, BiConsumer<Frame, Consumer<InfraredView>> reader) {
    this.visible = visible;
    this.reader = reader;
    // Nobody waits for it: a camera answers within its own few seconds, and what comes late is
    // closed at once.
    Thread opener = new Thread(() -> open(camera), "identity-infrared");
    opener.setDaemon(true);
    opener.start();
  }

  private void open(Camera camera) {
    try {
      keep(camera.open());
    } catch (DeviceException e) {
      LOG.warn("no infrared picture: {}", e.getMessage());
    }
  }

  private void keep(Camera.Stream opened) {
    synchronized (this) {
      if (!closed) {
        stream = opened;
        return;
      }
    }
    opened.close();
  }

  private synchronized Optional<Camera.Stream> stream() {
    return Optional.ofNullable(stream);
  }

  @Override
  public Optional<Frame> next(Duration timeout) {
    Optional<Frame> frame = visible.next(timeout);
    frame.ifPresent(this::pair);
    return frame;
  }

  private void pair(Frame frame) {
    stream().flatMap(open -> open.next(Duration.ZERO)).ifPresent(this::take);
    together =
        beside != null
            && Duration.between(beside.takenAt(), frame.takenAt()).abs().compareTo(SAME_TIME) <= 0;
  }

  private void take(Frame infrared) {
    any = true;
    wipe();
    if (worthALook(infrared)) {
      beside = infrared;
    } else {
      infrared.close();
    }
  }

  /**
   * Whether it is worth a look. Pictures in which no lamp lights anything may be equal: with the
   * lamp burnt out or a cap on, they show nothing that could deceive.
   */
  private boolean worthALook(Frame infrared) {
    if (dark(infrared)) {
      life.passed(infrared.takenAt());
      return true;
    }
    return life.fresh(infrared);
  }

  /** As {@link FaceReader} judges whether the lamp lights something. */
  private static boolean dark(Frame frame) {
    byte[] bgr = frame.bgr();
    long green = 0;
    for (int i = 1; i < bgr.length; i += 3) {
      green += Byte.toUnsignedInt(bgr[i]);
    }
    return green * 3 < FaceReader.LEAST_LAMP * bgr.length;
  }

  @Override
  public void look(long nanos, Consumer<InfraredView> then) {
    if (together && !life.dead()) {
      together = false;
      reader.accept(
          beside,
          view -> {
            looked++;
            lit += view.lit() ? 1 : 0;
            then.accept(view);
          });
    }
  }

  @Override
  public boolean dead() {
    return life.dead();
  }

  /** Whether there was any infrared picture so far. */
  boolean seen() {
    return any;
  }

  /** Whether a picture that was looked at showed something. */
  boolean showed() {
    return lit > 0;
  }

  /**
   * Whether most pictures that were looked at showed nothing: the lamp is out, the lens covered.
   */
  boolean dark() {
    return looked > 0 && lit * 2 < looked;
  }

  private void wipe() {
    if (beside != null) {
      beside.close();
      beside = null;
    }
  }

  @Override
  public void close() {
    Camera.Stream open;
    synchronized (this) {
      closed = true;
      open = stream;
      stream = null;
    }
    if (open != null) {
      open.close();
    }
    wipe();
  }
}
