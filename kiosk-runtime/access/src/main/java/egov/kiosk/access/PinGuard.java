package egov.kiosk.access;

import egov.kiosk.access.AccessRecords.Why;
import egov.kiosk.access.book.Book;
import egov.kiosk.access.book.BookException;
import egov.kiosk.access.book.Member;
import egov.kiosk.access.book.Offline;
import egov.kiosk.access.book.PinRecord;
import egov.kiosk.access.book.Shelf;
import egov.kiosk.access.pin.PinHasher;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.Badge;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Compares PINs. Every try is on the disk as a wrong one before it is looked at, so that pulling
 * the plug at the right moment saves nobody a count; the right one takes it back. Badges nobody has
 * are counted like others, in places they share, so that nothing tells them from others. For one
 * thread at a time.
 */
final class PinGuard {
  private static final String KIOSK = "kiosk";

  private final Shelf shelf;
  private final Supplier<Offline> offline;
  private final Supplier<PinHasher> hasher;
  private final LockTimes times;
  private final AccessRecords records;

  PinGuard(
      Shelf shelf,
      Supplier<Offline> offline,
      Supplier<PinHasher> hasher,
      LongSupplier nanos,
      AccessRecords records) {
    this.shelf = shelf;
    this.offline = offline;
    this.hasher = hasher;
    this.times = new LockTimes(nanos);
    this.records = records;
  }

  /**
   * Who tries a PIN.
   *
   * @param badge as typed
   * @param claimed who has that badge
   * @param countsForMember whether this try is one at the member's PIN; otherwise nothing can be
   *     right about it, and only a stranger's place is counted
   * @param cardRight whether a card vouches that this is no stranger
   * @param why what the log calls it when it is wrong
   */
  record Try(
      Badge badge, Optional<Member> claimed, boolean countsForMember, boolean cardRight, Why why) {}

  /**
   * Lets pass whoever has the right PIN; nothing wrong is counted for them any more.
   *
   * @throws AccessException refused or locked
   */
  void check(Try tried, String pin) throws AccessException, BookException {
    Place place = place(tried);
    Book book = shelf.book();
    Duration left = left(book, place, tried);
    if (!left.isZero()) {
      records.unseen(tried.claimed());
      guessedOut(tried, place.wrong(book));
      throw AccessException.locked(left);
    }
    int wrong = place.wrong(book) + 1;
    int all = book.strikes().get(0) + 1;
    shelf.change(
        now -> {
          Book struck = place.set(now, wrong);
          return tried.cardRight() ? struck : struck.strikes(0, all);
        },
        offline);
    PinRecord kept =
        tried.countsForMember() ? tried.claimed().orElseThrow().pin() : hasher.get().nobodys();
    boolean right = hasher.get().matches(kept, pin) & tried.countsForMember();
    if (right) {
      shelf.change(now -> place.set(now, 0).strikes(0, 0), offline);
      times.cleared(place.name());
      return;
    }
    refuse(tried, place, wrong, all);
  }

  private void refuse(Try tried, Place place, int wrong, int all) throws AccessException {
    times.struck(place.name());
    records.refused(tried.claimed(), tried.why(), wrong);
    Duration lock = LockRule.BADGE.lasting(wrong);
    if (!tried.cardRight()) {
      times.struck(KIOSK);
      Duration everybody = LockRule.KIOSK.lasting(all);
      lock = everybody.compareTo(lock) > 0 ? everybody : lock;
    }
    if (!lock.isZero()) {
      records.lockedOut(tried.claimed(), lock);
    }
    guessedOut(tried, wrong);
    throw AccessException.refused(lock.isZero() ? LockRule.BADGE.attemptsLeft(wrong) : 0);
  }

  /** Told at every refusal of a PIN that is locked: the first telling may have been cut off. */
  private void guessedOut(Try tried, int wrong) {
    if (tried.countsForMember() && !LockRule.BADGE.lasting(wrong).isZero()) {
      records.guessedOut(tried.claimed().orElseThrow());
    }
  }

  private Duration left(Book book, Place place, Try tried) {
    Duration own = times.left(place.name(), place.wrong(book), LockRule.BADGE);
    Duration all =
        tried.cardRight()
            ? Duration.ZERO
            : times.left(KIOSK, book.strikes().get(0), LockRule.KIOSK);
    return own.compareTo(all) > 0 ? own : all;
  }

  /** What is left of a member's lock-out. */
  Duration left(Member member) {
    return times.left(new OfMember(member.badge()).name(), member.wrong(), LockRule.BADGE);
  }

  /** Lifts a member's lock-out, the one of all, and those of badges nobody has. */
  Book unlocked(Book book, Badge badge) {
    times.cleared(new OfMember(badge).name());
    times.cleared(KIOSK);
    return new OfMember(badge).set(book, 0).withoutStrikes();
  }

  /** Where a try is counted. */
  private interface Place {
    String name();

    int wrong(Book book);

    Book set(Book book, int wrong);
  }

  private Place place(Try tried) {
    if (tried.countsForMember()) {
      return new OfMember(tried.badge());
    }
    byte[] key = shelf.secret().derive("egov.kiosk access strangers 1");
    byte[] digest = Sm3.hmac(key, tried.badge().value().getBytes(StandardCharsets.US_ASCII));
    return new OfStrangers(1 + Math.floorMod(digest[0], Book.STRIKES - 1));
  }

  private record OfMember(Badge badge) implements Place {
    @Override
    public String name() {
      return "badge " + badge;
    }

    @Override
    public int wrong(Book book) {
      return book.find(badge).map(Member::wrong).orElse(0);
    }

    @Override
    public Book set(Book book, int wrong) {
      return book.find(badge).map(member -> book.with(member.wrong(wrong))).orElse(book);
    }
  }

  private record OfStrangers(int index) implements Place {
    @Override
    public String name() {
      return "strangers " + index;
    }

    @Override
    public int wrong(Book book) {
      return book.strikes().get(index);
    }

    @Override
    public Book set(Book book, int wrong) {
      return book.strikes(index, wrong);
    }
  }
}
