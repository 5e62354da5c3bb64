package egov.kiosk.access.book;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.StaffRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One person in the book. Immutable; its text shows the badge only.
 *
 * @param badge their badge
 * @param role what they may do
 * @param state where their PIN comes from
 * @param wrong wrong PINs since the last right one
 * @param pin what is kept of their PIN
 * @param past what is kept of PINs they had, newest first
 * @param cards their key cards
 */
public record Member(
    Badge badge,
    StaffRole role,
    PinState state,
    int wrong,
    PinRecord pin,
    List<PinRecord> past,
    List<KeyCard> cards) {
  /** How many PINs of the past are not taken again. */
  public static final int PAST = 5;

  /** How many cards somebody may have: one in use and one in the safe, and one being replaced. */
  public static final int CARDS = 3;

  public Member {
    Objects.requireNonNull(badge, "badge");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(pin, "pin");
    past = List.copyOf(past);
    cards = List.copyOf(cards);
    if (wrong < 0 || past.size() > PAST || cards.size() > CARDS) {
      throw new IllegalArgumentException("a member has few cards and past PINs");
    }
  }

  /** Somebody new. */
  public static Member of(Badge badge, StaffRole role, PinState state, PinRecord pin) {
    return new Member(badge, role, state, 0, pin, List.of(), List.of());
  }

  /** The same with another count of wrong PINs. */
  public Member wrong(int count) {
    return new Member(badge, role, state, count, pin, past, cards);
  }

  /** The same with a new PIN, and nothing wrong yet. */
  public Member pin(PinState from, PinRecord fresh) {
    List<PinRecord> older = new ArrayList<>();
    if (state != PinState.START) {
      older.add(pin);
    }
    older.addAll(past);
    return new Member(
        badge, role, from, 0, fresh, older.subList(0, Math.min(PAST, older.size())), cards);
  }

  /** The same with other cards. */
  public Member cards(List<KeyCard> held) {
    return new Member(badge, role, state, wrong, pin, past, held);
  }

  @Override
  public String toString() {
    return "Member[" + badge + "]";
  }
}
