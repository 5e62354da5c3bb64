package egov.kiosk.access;

import egov.kiosk.access.AccessRecords.Changed;
import egov.kiosk.access.book.Book;
import egov.kiosk.access.book.BookException;
import egov.kiosk.access.book.Member;
import egov.kiosk.access.book.PinState;
import egov.kiosk.access.pin.PinPolicy;
import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.AccessException.Reason;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.FirstStaff;
import egov.kiosk.domain.access.PinRule;
import egov.kiosk.domain.access.StaffRole;
import java.util.Optional;

/**
 * Takes the first technician into a book in which only the start secret's administrator is. Never
 * an administrator: those need a key card (decision 0013), and the start secret stays their way in.
 */
final class FirstTechnician implements FirstStaff {
  private final Desk desk;

  FirstTechnician(Desk desk) {
    this.desk = desk;
  }

  @Override
  public boolean wanted() {
    try {
      return desk.alone(() -> wanted(desk.shelf.book()));
    } catch (AccessException e) {
      // A book that cannot be used is no first start: the health check says what it is.
      return false;
    }
  }

  private static boolean wanted(Book book) {
    return book.everybody().stream().allMatch(member -> member.state() == PinState.START);
  }

  @Override
  public void check(Badge badge, String pin) throws AccessException {
    desk.alone(
        () -> {
          demand(badge, pin);
          return badge;
        });
  }

  private void demand(Badge badge, String pin) throws AccessException, BookException {
    Book book = desk.shelf.book();
    if (!wanted(book) || book.find(badge).isPresent()) {
      throw AccessException.of(Reason.BADGE_TAKEN);
    }
    Optional<PinRule> broken = PinPolicy.broken(badge, pin);
    if (broken.isPresent()) {
      throw AccessException.weak(broken.get());
    }
  }

  @Override
  public void take(Badge badge, String pin) throws AccessException {
    desk.alone(
        () -> {
          demand(badge, pin);
          Member member =
              Member.of(badge, StaffRole.TECHNICIAN, PinState.OWN, desk.hasher().keep(pin));
          Book done = desk.change(now -> now.with(member));
          desk.records.own(Changed.LISTED, 1);
          return done;
        });
  }
}
