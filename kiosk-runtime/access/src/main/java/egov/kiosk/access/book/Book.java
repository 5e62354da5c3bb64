package egov.kiosk.access.book;

import egov.kiosk.domain.access.Badge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that is kept. Immutable.
 *
 * @param revision grows with every change
 * @param offline how long the platform was out of reach
 * @param strikes wrong PINs that belong to nobody: at place 0 all that were tried at this kiosk
 *     since the last right one, at the places behind it those for badges nobody has
 * @param members everybody, by badge
 */
public record Book(
    long revision, Offline offline, List<Integer> strikes, SortedMap<Badge, Member> members) {
  /** The place for badges nobody has, and one for the whole kiosk. */
  public static final int STRIKES = 1 + 64;

  /** More people than work at one kiosk. */
  public static final int MOST = 500;

  public Book {
    strikes = List.copyOf(strikes);
    members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    if (revision < 1 || strikes.size() != STRIKES || members.size() > MOST) {
      throw new IllegalArgumentException("no book this room would write");
    }
    if (strikes.stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("counts are not negative");
    }
  }

  /** A book with one person in it. */
  public static Book first(Member member, Offline offline) {
    return new Book(
        1,
        offline,
        Collections.nCopies(STRIKES, 0),
        new TreeMap<>(java.util.Map.of(member.badge(), member)));
  }

  /** Who has that badge. */
  public Optional<Member> find(Badge badge) {
    return Optional.ofNullable(members.get(badge));
  }

  /** Everybody, in order of badge. */
  public Collection<Member> everybody() {
    return members.values();
  }

  /** The same with somebody new or changed. */
  public Book with(Member member) {
    SortedMap<Badge, Member> changed = new TreeMap<>(members);
    changed.put(member.badge(), member);
    return new Book(revision, offline, strikes, changed);
  }

  /** The same without somebody. */
  public Book without(Badge badge) {
    SortedMap<Badge, Member> changed = new TreeMap<>(members);
    changed.remove(badge);
    return new Book(revision, offline, strikes, changed);
  }

  /** The same with another count at a place. */
  public Book strikes(int place, int count) {
    List<Integer> changed = new ArrayList<>(strikes);
    changed.set(place, count);
    return new Book(revision, offline, changed, members);
  }

  /** The same, with nothing wrong counted that belongs to nobody. */
  public Book withoutStrikes() {
    return new Book(revision, offline, Collections.nCopies(STRIKES, 0), members);
  }

  /** The same, one revision later, with what is known of the platform now. */
  Book next(Offline now) {
    return new Book(revision + 1, now, strikes, members);
  }
}
