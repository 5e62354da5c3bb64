package egov.kiosk.access.book;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the book that is in use. A change counts when it is on the disk, and not before. A book
 * that cannot be used is never replaced by an empty one: that would let everybody's wrong PINs be
 * forgotten; see {@link #open} for the way back. Safe for use by several threads.
 */
public final class Shelf {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  /** Makes the first book. */
  public interface Founder {
    /** The book, after everything around it is on the disk. */
    Book found(Secret secret) throws IOException;
  }

  private final BookPlace place;
  private final SecureRandom random;
  private final InstantSource clock;
  private final Founder founder;
  private Secret secret;
  private BookFile file;
  private Mark mark;
  private Book book;
  private BookException fault;
  private boolean founded;
  private boolean unmarked;

  private Shelf(BookPlace place, SecureRandom random, InstantSource clock, Founder founder) {
    this.place = place;
    this.random = random;
    this.clock = clock;
    this.founder = founder;
  }

  /**
   * Opens the book, or makes the first one when there never was one. Never throws: what is the
   * matter is said by {@link #fault} and by every use.
   *
   * <p>The way back from {@link BookFault#MISSING}, {@link BookFault#DAMAGED} and {@link
   * BookFault#OLDER} is the mark beside the secret: who may delete it, and does, accepts what lies
   * there now, an older book, or none and a first start again.
   *
   * @param founder makes the first book
   */
  public static Shelf open(
      BookPlace place, SecureRandom random, InstantSource clock, Founder founder) {
    Shelf shelf = new Shelf(place, random, clock, founder);
    shelf.load();
    return shelf;
  }

  /**
   * The book as it is on the disk.
   *
   * @throws BookException when it cannot be used
   */
  public synchronized Book book() throws BookException {
    if (fault != null && fault.fault() == BookFault.DISK) {
      load();
    }
    if (fault != null) {
      throw fault;
    }
    return book;
  }

  /** The secret; {@link #book} was called before and did not throw. */
  public synchronized Secret secret() {
    return secret;
  }

  /**
   * Changes it.
   *
   * @param offline what is known of the platform now
   * @return the book as it is on the disk now
   * @throws BookException when it cannot be used or written; then nothing changed
   */
  public synchronized Book change(UnaryOperator<Book> how, Supplier<Offline> offline)
      throws BookException {
    Book changed = how.apply(book()).next(offline.get());
    try {
      file.write(changed);
      book = changed;
      mark.write(changed.revision());
      return changed;
    } catch (IOException e) {
      // Whether the new one came to the disk or not, the disk is asked again before the next use.
      fault =
          new BookException(
              BookFault.DISK,
              place.book() + " cannot be written: free space, or look after the disk");
      LOG.error("Nobody can sign in: {}", fault.getMessage());
      throw fault;
    }
  }

  /** What is the matter, if anything is. */
  public synchronized Optional<BookException> fault() {
    return Optional.ofNullable(fault);
  }

  /** Whether this start made the first book. */
  public synchronized boolean founded() {
    return founded;
  }

  /** Whether the book was there and the mark was not, or a damaged one: somebody took it away. */
  public synchronized boolean unmarked() {
    return unmarked;
  }

  private void load() {
    BookException before = fault;
    fault = null;
    try {
      if (Files.exists(place.book())) {
        read();
      } else {
        found();
      }
    } catch (BookException e) {
      fault = e;
    } catch (IOException e) {
      fault =
          new BookException(
              BookFault.DISK,
              place.book() + " or its secret cannot be read or written: look after the disk");
    }
    if (fault != null && before == null) {
      LOG.error("Nobody can sign in: {}", fault.getMessage());
    }
  }

  private void found() throws BookException, IOException {
    if (book != null) {
      throw new BookException(
          BookFault.DISK, place.book() + " went away while it was in use: put it back");
    }
    if (Mark.exists(place.mark())) {
      throw new BookException(
          BookFault.MISSING,
          place.book()
              + " is gone: put it back; or, to begin anew with a new start secret, delete "
              + place.mark());
    }
    if (!Files.exists(place.secretFile())) {
      Secret.create(place.secretFile(), random);
    }
    tools();
    Book first = founder.found(secret);
    file.write(first);
    mark.write(first.revision());
    book = first;
    founded = true;
  }

  private void read() throws BookException, IOException {
    if (!Files.exists(place.secretFile())) {
      throw new BookException(
          BookFault.SECRET_MISSING,
          place.secretFile()
              + " is gone: put it back; or, to begin anew, set "
              + place.book()
              + " aside and delete "
              + place.mark());
    }
    tools();
    Book found;
    try {
      found = file.read();
    } catch (IllegalArgumentException e) {
      throw new BookException(
          BookFault.DAMAGED,
          "the book of staff does not open; it lies at "
              + file.setAside(clock.millis())
              + " now: put a copy of the newest one at "
              + place.book()
              + "; or, to begin anew, delete "
              + place.mark());
    }
    OptionalLong known = mark.read();
    if (known.isPresent() && known.getAsLong() > found.revision()) {
      throw new BookException(
          BookFault.OLDER,
          place.book()
              + " is older than the one in use before: put the newest back; or, to accept this one,"
              + " delete "
              + place.mark());
    }
    if (known.isEmpty()) {
      unmarked = true;
      LOG.warn(
          "The mark of the book of staff was gone or damaged; if nobody did this, ask who did");
    }
    mark.write(found.revision());
    book = found;
  }

  private void tools() throws BookException {
    secret = Secret.read(place.secretFile(), place.machineFile());
    file = new BookFile(place.book(), secret, random);
    mark = new Mark(place.mark(), secret);
  }
}
