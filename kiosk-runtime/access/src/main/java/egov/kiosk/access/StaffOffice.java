package egov.kiosk.access;

import egov.kiosk.access.AccessRecords.Changed;
import egov.kiosk.access.AccessRecords.Ended;
import egov.kiosk.access.book.Book;
import egov.kiosk.access.book.BookException;
import egov.kiosk.access.book.KeyCard;
import egov.kiosk.access.book.Member;
import egov.kiosk.access.book.PinRecord;
import egov.kiosk.access.book.PinState;
import egov.kiosk.access.pin.PinPolicy;
import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.AccessException.Reason;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.PinRule;
import egov.kiosk.domain.access.Presence;
import egov.kiosk.domain.access.StaffAdministration;
import egov.kiosk.domain.access.StaffEntry;
import egov.kiosk.domain.access.StaffRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who works here. */
final class StaffOffice implements StaffAdministration {
  private final Desk desk;

  StaffOffice(Desk desk) {
    this.desk = desk;
  }

  @Override
  public List<StaffEntry> list(String token) throws AccessException {
    return desk.alone(
        () -> {
          desk.use(token, StaffRole.TECHNICIAN);
          return desk.shelf.book().everybody().stream().map(this::entry).toList();
        });
  }

  private StaffEntry entry(Member member) {
    return new StaffEntry(
        member.badge(),
        member.role(),
        member.wrong(),
        !desk.guard.left(member).isZero(),
        member.state() != PinState.OWN,
        member.cards().stream().map(KeyCard::fingerprint).toList());
  }

  @Override
  public Optional<String> add(String token, Badge badge, StaffRole role, Optional<String> pin)
      throws AccessException {
    return administrator(
        token,
        Changed.ADDED,
        badge,
        () -> {
          Book book = desk.shelf.book();
          if (book.find(badge).isPresent()) {
            throw AccessException.of(Reason.BADGE_TAKEN);
          }
          if (book.everybody().size() >= Book.MOST) {
            throw AccessException.of(Reason.FULL);
          }
          Given given = given(badge, pin);
          desk.change(now -> now.with(Member.of(badge, role, given.state(), given.kept())));
          return given.drawn();
        });
  }

  @Override
  public Optional<String> reset(String token, Badge badge, Optional<String> pin)
      throws AccessException {
    return administrator(
        token,
        Changed.PIN_RESET,
        badge,
        () -> {
          Member member = member(badge);
          Given given = given(badge, pin);
          desk.change(
              now -> desk.guard.unlocked(now, badge).with(member.pin(given.state(), given.kept())));
          signOut(badge);
          return given.drawn();
        });
  }

  @Override
  public void unlock(String token, Badge badge) throws AccessException {
    desk.alone(
        () -> {
          Presence who = desk.use(token, StaffRole.TECHNICIAN);
          return desk.records.change(
              who,
              Changed.UNLOCKED,
              badge,
              () -> {
                member(badge);
                return desk.change(now -> desk.guard.unlocked(now, badge));
              });
        });
  }

  @Override
  public void remove(String token, Badge badge) throws AccessException {
    administrator(
        token,
        Changed.REMOVED,
        badge,
        () -> {
          member(badge);
          Book done = change(book -> book.without(badge));
          signOut(badge);
          return done;
        });
  }

  @Override
  public String addCard(String token, Badge badge, String publicKey) throws AccessException {
    return desk.alone(
        () -> {
          Presence who = cardChanger(token, badge);
          return desk.records.change(
              who,
              Changed.CARD_ADDED,
              badge,
              () -> {
                KeyCard card =
                    CardFile.read(publicKey)
                        .orElseThrow(() -> AccessException.of(Reason.CARD_REFUSED));
                Member member = member(badge);
                if (member.cards().contains(card) || member.cards().size() >= Member.CARDS) {
                  throw AccessException.of(Reason.CARD_REFUSED);
                }
                List<KeyCard> cards = new ArrayList<>(member.cards());
                cards.add(card);
                desk.change(now -> now.with(member.cards(cards)));
                signOut(badge);
                return card.fingerprint();
              });
        });
  }

  /** An administrator, or one who has no card yet and has a PIN of their own, for themselves. */
  private Presence cardChanger(String token, Badge badge) throws AccessException, BookException {
    Presence who = desk.sessions.find(token, true);
    if (who.limited() && who.role() == StaffRole.ADMINISTRATOR && who.badge().equals(badge)) {
      Member own = member(badge);
      if (own.cards().isEmpty() && own.state() == PinState.OWN) {
        return who;
      }
    }
    return desk.use(token, StaffRole.ADMINISTRATOR);
  }

  @Override
  public void removeCard(String token, Badge badge, String fingerprint) throws AccessException {
    administrator(
        token,
        Changed.CARD_REMOVED,
        badge,
        () -> {
          Member member = member(badge);
          List<KeyCard> cards = new ArrayList<>(member.cards());
          if (!cards.removeIf(card -> card.fingerprint().equals(fingerprint))) {
            throw AccessException.of(Reason.CARD_REFUSED);
          }
          Book done = change(book -> book.with(member.cards(cards)));
          signOut(badge);
          return done;
        });
  }

  private <T> T administrator(String token, Changed what, Badge about, AccessRecords.Deed<T> deed)
      throws AccessException {
    return desk.alone(
        () -> {
          Presence who = desk.use(token, StaffRole.ADMINISTRATOR);
          return desk.records.change(who, what, about, deed);
        });
  }

  /** A change after which there is still somebody who can make the next. */
  private Book change(java.util.function.UnaryOperator<Book> how)
      throws AccessException, BookException {
    if (able(desk.shelf.book()) && !able(how.apply(desk.shelf.book()))) {
      throw AccessException.of(Reason.LAST_ADMINISTRATOR);
    }
    return desk.change(how);
  }

  private boolean able(Book book) {
    return book.everybody().stream()
        .anyMatch(
            member ->
                member.role() == StaffRole.ADMINISTRATOR
                    && !(member.cards().isEmpty() && desk.settings.get().administratorCard()));
  }

  private Member member(Badge badge) throws AccessException, BookException {
    return desk.shelf
        .book()
        .find(badge)
        .orElseThrow(() -> AccessException.of(Reason.NO_SUCH_BADGE));
  }

  private void signOut(Badge badge) {
    desk.sessions
        .end(session -> session.badge().equals(badge))
        .forEach(session -> desk.records.over(session, Ended.CHANGED));
  }

  private record Given(PinState state, PinRecord kept, Optional<String> drawn) {}

  private Given given(Badge badge, Optional<String> chosen) throws AccessException {
    if (chosen.isEmpty()) {
      String drawn = desk.draw.pin(badge);
      return new Given(PinState.GIVEN, desk.hasher().keep(drawn), Optional.of(drawn));
    }
    Optional<PinRule> broken = PinPolicy.broken(badge, chosen.get());
    if (broken.isPresent()) {
      throw AccessException.weak(broken.get());
    }
    return new Given(PinState.OWN, desk.hasher().keep(chosen.get()), Optional.empty());
  }
}
