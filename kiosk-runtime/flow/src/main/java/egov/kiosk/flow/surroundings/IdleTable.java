package egov.kiosk.flow.surroundings;

import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.flow.desk.Page;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long each page waits for a sign of life before it asks "still there?" (无操作), and how long
 * that question stands before everything is wiped. Immutable.
 *
 * <p>The question stands for at least 20 seconds (WCAG 2.2.1). The page that waits for the card to
 * be taken has no entry: it ends when the card is gone. A long session is asked too, every {@link
 * #ROUND}, and goes on as long as somebody answers: it is never cut.
 */
public final class IdleTable {
  /** The shortest time the question may stand. */
  public static final Duration SHORTEST_WARNING = Duration.ofSeconds(20);

  /** However often it is touched, a session asks so often whether its citizen is still there. */
  public static final Duration ROUND = Duration.ofMinutes(15);

  /** Writing a word by hand, or by pinyin, takes longer than choosing one or typing a number. */
  private static final Duration WRITING = Duration.ofSeconds(90);

  private static final int SHORTEST_SECONDS = 10;
  private static final int LONGEST_SECONDS = 900;
  private static final Map<Page, Integer> USUAL_SECONDS =
      Map.ofEntries(
          Map.entry(Page.CONSENT, 120),
          Map.entry(Page.PLACE_CARD, 60),
          Map.entry(Page.SHOW_CODE, 90),
          Map.entry(Page.FACE_CONSENT, 120),
          Map.entry(Page.CAMERA, 45),
          Map.entry(Page.ALTERNATIVE, 180),
          Map.entry(Page.RETRIEVAL_CONSENT, 120),
          Map.entry(Page.FORM, 60),
          Map.entry(Page.PHONE, 180),
          Map.entry(Page.MATERIALS, 90),
          Map.entry(Page.CONFIRM, 120),
          Map.entry(Page.SIGN, 120),
          Map.entry(Page.ACCEPTED, 60),
          Map.entry(Page.RESULT, 30),
          Map.entry(Page.GUIDE, 120),
          Map.entry(Page.RATING, 30),
          Map.entry(Page.RATING_REASON, 30),
          Map.entry(Page.PROBLEM, 60));

  private final Map<Page, Duration> quiet;
  private final Duration warning;

  private IdleTable(Map<Page, Duration> quiet, Duration warning) {
    this.quiet = quiet;
    this.warning = warning;
  }

  /**
   * The usual times, with some of them set otherwise.
   *
   * @param changes entries {@code page:seconds}, pages by their words, 10 to 900 seconds
   * @param warning how long the question stands, at least {@link #SHORTEST_WARNING}
   * @throws IllegalArgumentException when an entry is not understood; says which
   */
  public static IdleTable of(Collection<String> changes, Duration warning) {
    if (warning.compareTo(SHORTEST_WARNING) < 0) {
      throw new IllegalArgumentException("the idle warning stands for at least 20 seconds");
    }
    Map<Page, Duration> quiet = new EnumMap<>(Page.class);
    USUAL_SECONDS.forEach((page, seconds) -> quiet.put(page, Duration.ofSeconds(seconds)));
    for (String change : changes) {
      int colon = change.indexOf(':');
      String seconds = change.substring(colon + 1).strip();
      Page page = page(colon < 0 ? "" : change.substring(0, colon).strip());
      if (page == null || !seconds.matches("[0-9]{2,3}") || !fits(Integer.parseInt(seconds))) {
        throw new IllegalArgumentException(
            "idle seconds are written page:seconds with 10 to 900 seconds, e.g. form:60; not "
                + change);
      }
      quiet.put(page, Duration.ofSeconds(Integer.parseInt(seconds)));
    }
    return new IdleTable(quiet, warning);
  }

  /** The times for one item, which may want other ones on some of its pages. */
  public IdleTable forItem(ServiceItem item) {
    Map<Page, Duration> changed = new EnumMap<>(quiet);
    if (writes(item) && usual(Page.FORM).equals(quiet.get(Page.FORM))) {
      changed.put(Page.FORM, WRITING);
    }
    item.profile()
        .patience()
        .forEach(
            (word, seconds) -> {
              Page page = page(word);
              if (page != null) {
                changed.put(page, Duration.ofSeconds(seconds));
              }
            });
    return new IdleTable(changed, warning);
  }

  /** Which question is shown only the screen knows: one to write at gives the form the time. */
  private static boolean writes(ServiceItem item) {
    return item.questions().stream()
        .anyMatch(one -> one.kind() == FieldKind.TEXT && one.fromCard().isEmpty());
  }

  private static Duration usual(Page page) {
    return Duration.ofSeconds(USUAL_SECONDS.get(page));
  }

  /** How long the page stays quiet before the question; empty when it never asks. */
  public Optional<Duration> quiet(Page page) {
    return Optional.ofNullable(quiet.get(page));
  }

  /** How long the question stands. */
  public Duration warning() {
    return warning;
  }

  private static Page page(String word) {
    return Arrays.stream(Page.values())
        .filter(page -> page.word().equals(word) && USUAL_SECONDS.containsKey(page))
        .findFirst()
        .orElse(null);
  }

  private static boolean fits(int seconds) {
    return seconds >= SHORTEST_SECONDS && seconds <= LONGEST_SECONDS;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdleTable table
        && table.quiet.equals(quiet)
        && table.warning.equals(warning);
  }

  @Override
  public int hashCode() {
    return 31 * quiet.hashCode() + warning.hashCode();
  }
}
