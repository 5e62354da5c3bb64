package egov.kiosk.localapi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The secrets that pages carry. A citizen's page has one that lives as long as one citizen's
 * session, or the time between two: it is replaced when a session begins and when it ends, so that
 * a page left from the citizen before can do nothing but be loaded anew. When a session ends, all
 * its pages go on to the first page with the next secret; when one begins, only the page that began
 * it does. The pages of workers and technicians have one for each start: behind them is a sign-in
 * of their own. Safe for several threads.
 */
final class PageTokens {
  /** The header that gives a page its next secret. */
  static final String HEADER = "Kiosk-Token";

  private static final long CROSSING_NANOS = Duration.ofSeconds(5).toNanos();

  private final Supplier<String> secrets;
  private final LongSupplier nanos;
  private final String staff;
  private String citizen;
  private String before = "";
  private boolean goesOn;
  private long turnedAt;
  private Optional<String> session = Optional.empty();
  private String ended = "";
  private int beginning;
  private boolean endOwed;

  /**
   * A replaced secret.
   *
   * @param before what it was
   * @param now what it is
   * @param goesOn whether every page that had the former one gets this one
   */
  record Turn(String before, String now, boolean goesOn) {}

  /**
   * @param secrets makes a new secret each time
   * @param nanos a clock that only goes forward
   */
  PageTokens(Supplier<String> secrets, LongSupplier nanos) {
    this.secrets = secrets;
    this.nanos = nanos;
    this.staff = secrets.get();
    this.citizen = secrets.get();
  }

  /** What a citizen's page served now carries. */
  synchronized String citizen() {
    return citizen;
  }

  /** What a worker's or technician's page carries. */
  String staff() {
    return staff;
  }

  /** Whether this is a citizen's page of now. */
  synchronized boolean isCitizen(String token) {
    return same(citizen, token);
  }

  /**
   * Whether this was a citizen's page a moment ago, whose call crossed with the word of its next
   * secret. It is refused like any other, but it is no stranger.
   */
  synchronized boolean hasJustBeen(String token) {
    return same(before, token) && nanos.getAsLong() - turnedAt < CROSSING_NANOS;
  }

  /** Whether this is a page of a worker or a technician. */
  boolean isStaff(String token) {
    return same(staff, token);
  }

  /**
   * Takes note of which session is open.
   *
   * @param open the id of the open session, or empty; one that has ended already changes nothing
   * @return the replacement this means, if any
   */
  synchronized Optional<Turn> follow(Optional<String> open) {
    if (open.equals(session)) {
      endOwed = false;
      return Optional.empty();
    }
    if (open.isEmpty() ? endOwed : open.filter(ended::equals).isPresent()) {
      endOwed = false;
      return Optional.empty();
    }
    // Whoever begins a session says so at once; the word that the one before ended may come after.
    endOwed = session.isPresent() && open.isPresent();
    session.ifPresent(id -> ended = id);
    session = open;
    goesOn = open.isEmpty() || beginning == 0;
    before = citizen;
    turnedAt = nanos.getAsLong();
    citizen = secrets.get();
    return Optional.of(new Turn(before, citizen, goesOn));
  }

  /**
   * A page asks for a session to begin: if it does before {@link #began()}, it is that page's
   * alone.
   *
   * @return whether a citizen's page asks; only then {@link #began()} is to be called
   */
  synchronized boolean begins(String token) {
    boolean page = same(citizen, token);
    if (page) {
      beginning++;
    }
    return page;
  }

  /** The page that asked for a session has it, or was refused. */
  synchronized void began() {
    beginning--;
  }

  /**
   * What a page goes on with that had a secret when it asked.
   *
   * @param token the secret it asked with
   * @param itsOwn whether it has just begun the session of now
   */
  synchronized Optional<String> next(String token, boolean itsOwn) {
    return same(before, token) && (goesOn || itsOwn) ? Optional.of(citizen) : Optional.empty();
  }

  private static boolean same(String one, String other) {
    return !one.isEmpty()
        && MessageDigest.isEqual(
            one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
