package egov.kiosk.crypto.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.rest.RestKeys;
import egov.kiosk.crypto.rest.RotationNote;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.rest.RestException;
import egov.kiosk.domain.rest.RestException.Reason;
import egov.kiosk.domain.rest.RestKeyId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the data keys as soon as custody lets it, and replaces the current one when its time is
 * over or somebody left a note, on the thread {@code rest-keys}. Safe for use by several threads.
 */
final class RestKeysKeeper implements AutoCloseable {
  static final String NAME = "data-keys";

  private static final Logger LOG = LoggerFactory.getLogger(RestKeysKeeper.class);
  private static final long LOOK_MILLIS = 2000;
  private static final long STOP_MILLIS = 5000;

  /** Opens the keys. */
  interface Opening {
    RestKeys open() throws CryptoException;
  }

  private final Opening opening;
  private final RotationNote note;
  private final InstantSource clock;
  private final RestKeysDiary diary;
  private final Semaphore bell = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "rest-keys");
  private volatile int days;
  private volatile boolean closed;
  private volatile RestKeys keys;
  private volatile CryptoException refused = RestKeysComponent.notYet();
  private String said = "";

  RestKeysKeeper(
      Opening opening, Path directory, InstantSource clock, RestKeysDiary diary, int days) {
    this.opening = opening;
    this.note = new RotationNote(directory);
    this.clock = clock;
    this.diary = diary;
    this.days = days;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void days(int changed) {
    days = changed;
    bell.release();
  }

  private void run() {
    try {
      while (!closed) {
        bell.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        bell.drainPermits();
        if (!closed) {
          look();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One round. */
  synchronized void look() {
    try {
      if (keys == null) {
        keys = opening.open();
      }
      if (due()) {
        keys.rotate();
        note.remove();
      }
      said = "";
    } catch (CryptoException e) {
      refused = e;
      if (!said.equals(e.getMessage())) {
        said = e.getMessage();
        LOG.error("data keys: {}", said);
      }
    }
  }

  /** A clock that jumps ahead costs one early rotation, one that jumps back a late one. */
  private boolean due() {
    Instant over = keys.currentSince().plus(Duration.ofDays(days));
    return note.there() || clock.instant().isAfter(over);
  }

  synchronized RestKeyId rotate() throws CryptoException {
    if (keys == null) {
      throw refused;
    }
    return keys.rotate();
  }

  RestKeys keys() throws RestException {
    RestKeys open = keys;
    if (open == null) {
      throw new RestException(Reason.UNAVAILABLE, refused.getMessage(), refused);
    }
    return open;
  }

  Finding finding() {
    RestKeys open = keys;
    if (open == null) {
      return new Finding(
          NAME,
          Level.FAIL,
          refused.getMessage(),
          refused.fault().actor(),
          "Put right what is said; nothing is accepted until then, and nothing is lost.");
    }
    if (diary.lost().isPresent()) {
      return new Finding(
          NAME,
          Level.WARN,
          "The data keys were damaged and are kept in " + diary.lost().get() + ".",
          Actor.TECHNICIAN,
          "See the finding about the outbox; every message in it is an envelope for the platform and"
              + " can be saved.");
    }
    long age = Math.max(0, Duration.between(open.currentSince(), clock.instant()).toDays());
    int former = open.count() - 1;
    return Finding.ok(
        NAME,
        "the key in use is "
            + age
            + " days old"
            + (open.isOpen() ? ", kept by its file's mode alone (for laboratories)" : "")
            + (former == 0 ? "" : "; " + former + " former ones until everything is sealed anew"));
  }

  @Override
  public void close() {
    closed = true;
    bell.release();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
