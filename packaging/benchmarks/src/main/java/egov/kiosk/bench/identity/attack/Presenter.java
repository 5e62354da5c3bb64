package egov.kiosk.bench.identity.attack;

import egov.kiosk.domain.citizen.FaceChallenge;
import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.domain.citizen.FaceStage;
import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.citizen.FrameSource;
import egov.kiosk.domain.citizen.ScreenLight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;

/**
 * One presentation: what the camera sees, frame after frame on a clock of its own, and what whoever
 * stands there makes of lights and challenges.
 */
public final class Presenter implements FrameSource, FaceStage, AutoCloseable {
  /** Two cameras that run freely. */
  private static final Duration APART = Duration.ofMillis(25);

  private static final Duration DELAY = Duration.ofMillis(120);

  private record Shone(ScreenLight light, long nanos) {}

  private final Workshop workshop;
  private final Species species;
  private final Subject photo;
  private final Hall hall;
  private final Duration frame;
  private final Pace pace;
  private final Random random;
  private final Props props;
  private final Room room;
  private final boolean soot;
  private final Acting living;
  private final Film film;
  private final Deque<Shone> shining = new ArrayDeque<>();
  private Infrared infrared;
  private ScreenLight light = ScreenLight.OFF;
  private int count;
  private FaceChallenge asked;
  private long askedAt;
  private long challenged;
  private ScreenLight before = ScreenLight.OFF;
  private long since;
  private long lit;

  /** The same, as an infrared camera sees it. */
  private record Infrared(InfraredProps props, Hall hall, Room room) {}

  /**
   * @param workshop outlives this, and is this one's alone meanwhile
   * @param photo of the person who stands there, or whom the attack shows
   * @param hall outlives this
   * @param frame from one frame to the next
   * @param pace begins now
   */
  Presenter(
      Workshop workshop,
      Species species,
      Subject photo,
      Hall hall,
      Duration frame,
      Raster raster,
      Pace pace,
      Random random) {
    this.workshop = workshop;
    this.species = species;
    this.photo = photo;
    this.hall = hall;
    this.frame = frame;
    this.pace = pace;
    this.random = random;
    this.props = new Props(workshop, species, photo, raster.fine(random));
    this.room = new Room(hall, workshop.noise(), random);
    this.soot = random.nextBoolean();
    this.living = new Acting(random);
    this.film = new Film(random);
  }

  /** The clock of this presentation. */
  public long nanos() {
    return pace.now();
  }

  /** How many frames were given. */
  public int count() {
    return count;
  }

  /** The part of the time in which whoever stands there did as asked. */
  public long challengeNanos() {
    return challenged;
  }

  /** The part of the time that the screen was coloured. */
  public long lightNanos() {
    return lit;
  }

  @Override
  public Optional<Frame> next(Duration timeout) {
    long nanos = (pace.now() / frame.toNanos() + 1) * frame.toNanos();
    pace.until(nanos);
    count++;
    double seconds = nanos / 1e9;
    while (!shining.isEmpty() && shining.peek().nanos() <= nanos) {
      light = shining.poll().light();
    }
    Props.Prop prop = props.at(moment(living, seconds, light), film.at(seconds));
    double tilt = species.attack() ? 0.05 + Math.abs(living.turn(seconds)) : 0;
    byte[] bgr =
        room.frame(prop.picture(), prop.mask(), flat() ? tilt : 0, species.attack() ? 0.8 : 0.4);
    prop.release();
    return Optional.of(new Frame(Room.WIDTH, Room.HEIGHT, bgr, Instant.EPOCH.plusNanos(nanos)));
  }

  /** What an infrared camera beside the camera sees at the time of the last frame. */
  Optional<Frame> infrared() {
    if (infrared == null) {
      Hall dark = hall.dark();
      infrared =
          new Infrared(
              new InfraredProps(workshop, species, photo, soot),
              dark,
              new Room(dark, workshop.noise(), random));
    }
    long nanos = pace.now();
    Props.Prop prop = infrared.props().at(moment(living, nanos / 1e9, ScreenLight.OFF));
    byte[] bgr = infrared.room().frame(prop.picture(), prop.mask(), 0, 0.6);
    prop.release();
    Instant takenAt = Instant.EPOCH.plusNanos(nanos).plus(APART);
    return Optional.of(new Frame(Room.WIDTH, Room.HEIGHT, bgr, takenAt));
  }

  private boolean flat() {
    return species != Species.BONA_FIDE && species != Species.INJECTED && species != Species.REPLAY;
  }

  private static Moment moment(Acting acting, double seconds, ScreenLight light) {
    return new Moment(acting.turn(seconds), acting.nod(seconds), acting.closed(seconds), light);
  }

  @Override
  public void hint(FaceHint hint) {}

  @Override
  public boolean light(ScreenLight wanted) {
    long nanos = pace.now();
    shining.add(new Shone(wanted, nanos + DELAY.toNanos()));
    if (wanted == ScreenLight.OFF) {
      lit += nanos - since;
    } else if (before == ScreenLight.OFF) {
      since = nanos;
      film.start((nanos + DELAY.toNanos()) / 1e9);
    }
    before = wanted;
    return true;
  }

  @Override
  public boolean ask(FaceChallenge challenge) {
    long nanos = pace.now();
    if (asked != null) {
      challenged += Math.min(nanos - askedAt, living.takes(asked).toNanos());
    }
    asked = challenge;
    askedAt = nanos;
    living.ask(challenge, nanos / 1e9);
    return true;
  }

  /** Frees the pictures. */
  @Override
  public void close() {
    props.close();
    if (infrared != null) {
      infrared.props().close();
      infrared.hall().close();
    }
  }
}
