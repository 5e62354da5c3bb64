package egov.kiosk.access;

import egov.kiosk.access.AccessRecords.Changed;
import egov.kiosk.access.AccessRecords.Ended;
import egov.kiosk.access.book.BookException;
import egov.kiosk.access.book.BookPlace;
import egov.kiosk.access.book.Shelf;
import egov.kiosk.domain.access.DropReason;
import egov.kiosk.domain.access.FirstStaff;
import egov.kiosk.domain.access.StaffAdministration;
import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.health.HealthCheck;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything about signing in, opened once for as long as the runtime runs. A book that cannot be
 * used keeps nobody from opening the room: then nobody is let in, citizens are served on, and the
 * health check says what to do. Safe for use by several threads.
 */
public final class AccessRoom implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AccessRoom.class);
  private static final Duration OFFLINE_WRITTEN = Duration.ofMinutes(10);

  private final Desk desk;
  private final AccessDoor door;
  private final StaffOffice office;
  private final FirstTechnician first;
  private final AccessCheck check;
  private final LongSupplier nanos;
  private final List<Runnable> news = new ArrayList<>();
  private long written;

  private AccessRoom(Desk desk, LongSupplier nanos) {
    this.desk = desk;
    this.nanos = nanos;
    door = new AccessDoor(desk);
    office = new StaffOffice(desk);
    first = new FirstTechnician(desk);
    check = new AccessCheck(desk);
    written = nanos.getAsLong();
  }

  /**
   * Opens it; at the very first time makes the start secret.
   *
   * @param random the system's generator
   * @param nanos a clock that is never set, such as {@link System#nanoTime}
   */
  public static AccessRoom open(
      BookPlace place, Around around, SecureRandom random, LongSupplier nanos) {
    OfflineWatch watch = new OfflineWatch(around.clock(), nanos);
    AccessRecords records = new AccessRecords(around.audit(), around.lockedOut(), nanos);
    Shelf shelf =
        Shelf.open(place, random, around.clock(), new Founding(place, random, watch::now));
    AccessRoom room =
        new AccessRoom(new Desk(place, shelf, around, records, watch, random, nanos), nanos);
    room.begin();
    return room;
  }

  private void begin() {
    try {
      desk.watch.from(desk.shelf.book().offline());
      int listed = StaffList.take(desk);
      news(desk.shelf.founded() ? 1 : 0, Changed.FOUNDED);
      news(desk.shelf.unmarked() ? 1 : 0, Changed.UNMARKED);
      news(listed, Changed.LISTED);
    } catch (BookException e) {
      LOG.debug("the book of staff cannot be used; the shelf has said so");
      synchronized (news) {
        news.add(() -> desk.records.bookRefused(e.fault()));
      }
    }
  }

  private void news(int count, Changed what) {
    if (count > 0) {
      synchronized (news) {
        news.add(() -> desk.records.own(what, count));
      }
    }
  }

  /** Records what happened at the opening; to be called once the audit log is there. */
  public void announce() {
    synchronized (news) {
      news.forEach(Runnable::run);
      news.clear();
    }
  }

  /** Where people sign in. */
  public StaffDoor door() {
    return door;
  }

  /** Where it is said who works here. */
  public StaffAdministration office() {
    return office;
  }

  /** Where a machine at which nobody works gets its first technician. */
  public FirstStaff first() {
    return first;
  }

  /** What a technician's doctor asks. */
  public HealthCheck check() {
    return check;
  }

  /** The way to the platform opened or closed. */
  public void contact(boolean online) {
    desk.watch.contact(online);
  }

  /** To be called every half minute or so: ends what is over, writes down what must not be lost. */
  public void beat() {
    desk.sessions.sweep().forEach(session -> desk.records.over(session, Ended.TIME_OVER));
    if (nanos.getAsLong() - written >= OFFLINE_WRITTEN.toNanos()) {
      written = nanos.getAsLong();
      try {
        desk.change(book -> book);
      } catch (BookException e) {
        LOG.debug("the book of staff cannot be written; the shelf has said so");
      }
    }
  }

  /** Signs everybody out. */
  @Override
  public void close() {
    door.drop(DropReason.STOPPING);
  }
}
