package egov.kiosk.access;

import egov.kiosk.access.book.Book;
import egov.kiosk.access.book.BookException;
import egov.kiosk.access.book.BookPlace;
import egov.kiosk.access.book.KeyCard;
import egov.kiosk.access.book.Shelf;
import egov.kiosk.access.pin.Draw;
import egov.kiosk.access.pin.PinHasher;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.AccessException.Reason;
import egov.kiosk.domain.access.Presence;
import egov.kiosk.domain.access.StaffRole;
import java.security.SecureRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What door and office work with; whoever wants to change something waits for the others. */
final class Desk {
  final BookPlace place;
  final Shelf shelf;
  final Sessions sessions;
  final Challenges challenges;
  final PinGuard guard;
  final AccessRecords records;
  final OfflineWatch watch;
  final Draw draw;
  final Supplier<AccessSettings> settings;

  /** A card nobody has. */
  final KeyCard decoy;

  private final SecureRandom random;
  private PinHasher hasher;

  Desk(
      BookPlace place,
      Shelf shelf,
      Around around,
      AccessRecords records,
      OfflineWatch watch,
      SecureRandom random,
      LongSupplier nanos) {
    this.place = place;
    this.shelf = shelf;
    this.records = records;
    this.watch = watch;
    this.random = random;
    settings = around.settings();
    sessions = new Sessions(random, nanos, settings);
    challenges = new Challenges(around.kioskId(), random, around.clock(), nanos);
    guard = new PinGuard(shelf, watch::now, this::hasher, nanos, records);
    draw = new Draw(random);
    decoy = KeyCard.of(Sm2PrivateKey.generate(random).publicKey());
  }

  /** Something done alone. */
  interface Work<T> {
    T done() throws AccessException, BookException;
  }

  /** Does it while nobody else does anything. */
  synchronized <T> T alone(Work<T> work) throws AccessException {
    try {
      return work.done();
    } catch (BookException e) {
      // Said in the log when it began, and by the health check for as long as it lasts.
      throw AccessException.of(Reason.UNAVAILABLE);
    }
  }

  /** The secret is there once the book is. */
  synchronized PinHasher hasher() {
    if (hasher == null) {
      hasher = new PinHasher(shelf.secret().derive(Founding.PEPPER), random);
    }
    return hasher;
  }

  Book change(UnaryOperator<Book> how) throws BookException {
    return shelf.change(how, watch::now);
  }

  /** Lets somebody do what asks for that role. */
  Presence use(String token, StaffRole asked) throws AccessException {
    Presence who = sessions.find(token, true);
    if (who.limited()) {
      throw AccessException.of(Reason.LIMITED);
    }
    if (!who.role().covers(asked)) {
      records.roleTooLow(who);
      throw AccessException.of(Reason.ROLE_TOO_LOW);
    }
    return who;
  }
}
