package egov.kiosk.domain.transaction;

import java.time.LocalDate;

/**
 * For whom an item is by age, in full years (周岁), both ends included. A year is full on the day
 * after the birthday, as courts count it.
 *
 * @param from youngest, 0 to 150
 * @param to oldest, not below {@code from}, at most 150
 */
public record AgeLimits(int from, int to) {
  /** For everybody. */
  public static final AgeLimits NONE = new AgeLimits(0, 150);

  private static final int OLDEST = 150;

  public AgeLimits {
    if (from < 0 || to > OLDEST || from > to) {
      throw new MemberRefusedException("ages", "ages are 0 to 150, the youngest first");
    }
  }

  /**
   * For whom both are.
   *
   * @throws MemberRefusedException when that is nobody
   */
  public AgeLimits within(AgeLimits other) {
    return new AgeLimits(Math.max(from, other.from), Math.min(to, other.to));
  }

  /** Whether somebody born on that day may have the item done on another. */
  public boolean admit(LocalDate born, LocalDate today) {
    boolean oldEnough = from == 0 || today.isAfter(born.plusYears(from));
    boolean youngEnough = to == OLDEST || !today.isAfter(born.plusYears(to + 1L));
    return oldEnough && youngEnough;
  }
}
