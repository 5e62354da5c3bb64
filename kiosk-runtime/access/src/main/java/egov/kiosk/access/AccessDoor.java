package egov.kiosk.access;

import egov.kiosk.access.AccessRecords.Changed;
import egov.kiosk.access.AccessRecords.Ended;
import egov.kiosk.access.AccessRecords.How;
import egov.kiosk.access.AccessRecords.Why;
import egov.kiosk.access.book.BookException;
import egov.kiosk.access.book.KeyCard;
import egov.kiosk.access.book.Member;
import egov.kiosk.access.book.PinRecord;
import egov.kiosk.access.book.PinState;
import egov.kiosk.access.pin.PinPolicy;
import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.AccessException.Reason;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.CardAnswer;
import egov.kiosk.domain.access.Challenge;
import egov.kiosk.domain.access.Credentials;
import egov.kiosk.domain.access.DropReason;
import egov.kiosk.domain.access.PinRule;
import egov.kiosk.domain.access.Presence;
import egov.kiosk.domain.access.SignedIn;
import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.access.StaffRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door itself. */
final class AccessDoor implements StaffDoor {
  private static final Logger LOG = LoggerFactory.getLogger(AccessDoor.class);

  private final Desk desk;

  AccessDoor(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Challenge challenge(Badge badge) throws AccessException {
    return desk.alone(
        () -> {
          desk.shelf.book();
          return desk.challenges.draw(badge);
        });
  }

  @Override
  public SignedIn signIn(Badge badge, Credentials credentials) throws AccessException {
    return desk.alone(
        () -> {
          Member member = prove(badge, credentials);
          checkReach(member);
          boolean first = member.state() == PinState.START;
          if (first) {
            burnStartSecret();
          }
          desk.records.letIn(member, first ? How.START_SECRET : how(credentials));
          return desk.sessions.begin(badge, member.role(), limited(member));
        });
  }

  @Override
  public void confirm(Badge badge, String pin, StaffRole asked) throws AccessException {
    desk.alone(
        () -> {
          Member member = prove(badge, Credentials.pin(pin));
          checkReach(member);
          if (!member.role().covers(asked)) {
            desk.records.refused(Optional.of(member), Why.ROLE_TOO_LOW, 0);
            throw AccessException.of(Reason.ROLE_TOO_LOW);
          }
          if (member.state() != PinState.OWN) {
            desk.records.refused(Optional.of(member), Why.PIN_TO_BE_CHANGED, 0);
            throw AccessException.of(Reason.LIMITED);
          }
          desk.records.letIn(member, How.ONE_DEED);
          return null;
        });
  }

  /** Who it is, when everything that was given is right and enough. */
  private Member prove(Badge badge, Credentials given) throws AccessException, BookException {
    Optional<Member> claimed = desk.shelf.book().find(badge);
    boolean cardRight = given.card().isPresent() && cardRight(claimed, badge, given.card().get());
    boolean cardWrong = given.card().isPresent() && !cardRight;
    boolean both = claimed.isPresent() && needsBoth(claimed.get());
    if (given.pin().isPresent()) {
      // A try without the card it needs says nothing about the PIN, and locks nobody but strangers.
      boolean counts = claimed.isPresent() && !cardWrong && !(both && !cardRight);
      Why why =
          counts
              ? Why.WRONG_PIN
              : claimed.isEmpty()
                  ? Why.UNKNOWN_BADGE
                  : cardWrong ? Why.WRONG_CARD : Why.CARD_MISSING;
      desk.guard.check(new PinGuard.Try(badge, claimed, counts, cardRight, why), given.pin().get());
      return desk.shelf.book().find(badge).orElseThrow();
    }
    if (!cardRight || both) {
      Why why = claimed.isEmpty() ? Why.UNKNOWN_BADGE : Why.WRONG_CARD;
      desk.records.refused(claimed, why, 0);
      throw AccessException.refused(0);
    }
    return claimed.orElseThrow();
  }

  /** As many signatures are verified whoever is claimed, with however many cards. */
  private boolean cardRight(Optional<Member> claimed, Badge badge, CardAnswer answer) {
    Optional<byte[]> text = desk.challenges.take(answer.nonce(), badge);
    List<KeyCard> held = claimed.map(Member::cards).orElse(List.of());
    byte[] signed = text.orElse(new byte[0]);
    boolean right = false;
    for (int i = 0; i < Member.CARDS; i++) {
      boolean own = i < held.size();
      right |= (own ? held.get(i) : desk.decoy).signed(signed, answer.signature()) & own;
    }
    return right && text.isPresent();
  }

  private static boolean needsBoth(Member member) {
    return member.role() == StaffRole.ADMINISTRATOR && !member.cards().isEmpty();
  }

  private boolean limited(Member member) {
    return member.state() != PinState.OWN
        || (member.role() == StaffRole.ADMINISTRATOR
            && member.cards().isEmpty()
            && desk.settings.get().administratorCard());
  }

  private static How how(Credentials given) {
    if (given.card().isEmpty()) {
      return How.PIN;
    }
    return given.pin().isPresent() ? How.PIN_AND_CARD : How.CARD;
  }

  /** Who is struck off at the platform must not go on for ever at a kiosk that hears nothing. */
  private void checkReach(Member member) throws AccessException {
    if (member.role() == StaffRole.GRID_WORKER
        && desk.watch.lasting().compareTo(desk.settings.get().gridOffline()) > 0) {
      desk.records.refused(Optional.of(member), Why.OFFLINE_TOO_LONG, 0);
      throw AccessException.of(Reason.OFFLINE_TOO_LONG);
    }
  }

  private void burnStartSecret() {
    try {
      Files.deleteIfExists(desk.place.startSecret());
    } catch (IOException e) {
      LOG.warn("The start secret {} cannot be deleted: delete it", desk.place.startSecret());
    }
  }

  @Override
  public Presence who(String token) throws AccessException {
    return desk.sessions.find(token, false);
  }

  @Override
  public Presence use(String token, StaffRole asked) throws AccessException {
    return desk.use(token, asked);
  }

  @Override
  public void changePin(String token, String pin, String newPin) throws AccessException {
    desk.alone(
        () -> {
          Presence who = desk.sessions.find(token, true);
          Member member =
              desk.shelf
                  .book()
                  .find(who.badge())
                  .orElseThrow(() -> AccessException.of(Reason.NOT_SIGNED_IN));
          desk.guard.check(
              new PinGuard.Try(
                  who.badge(), Optional.of(member), true, needsBoth(member), Why.WRONG_PIN),
              pin);
          return desk.records.change(
              who, Changed.PIN_CHANGED, who.badge(), () -> change(who.badge(), newPin));
        });
  }

  private Void change(Badge badge, String newPin) throws AccessException, BookException {
    Member member = desk.shelf.book().find(badge).orElseThrow();
    checkNew(member, newPin);
    PinRecord kept = desk.hasher().keep(newPin);
    desk.change(book -> book.with(member.pin(PinState.OWN, kept)));
    return null;
  }

  private void checkNew(Member member, String newPin) throws AccessException {
    Optional<PinRule> broken = PinPolicy.broken(member.badge(), newPin);
    if (broken.isPresent()) {
      throw AccessException.weak(broken.get());
    }
    boolean used = desk.hasher().matches(member.pin(), newPin);
    for (PinRecord past : member.past()) {
      used |= desk.hasher().matches(past, newPin);
    }
    if (used) {
      throw AccessException.weak(PinRule.USED_BEFORE);
    }
  }

  @Override
  public void signOut(String token) {
    desk.sessions.end(token).forEach(session -> desk.records.over(session, Ended.SIGNED_OUT));
  }

  @Override
  public void drop(DropReason reason) {
    Ended why =
        switch (reason) {
          case DOOR_CLOSED -> Ended.DOOR_CLOSED;
          case ORDERED -> Ended.ORDERED;
          case STOPPING -> Ended.STOPPING;
        };
    desk.sessions.end(any -> true).forEach(session -> desk.records.over(session, why));
  }
}
