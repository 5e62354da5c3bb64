package egov.kiosk.domain.transaction;

import java.util.Objects;
import java.util.Set;

/**
 * How citizens find an item, and its lines in English.
 *
 * @param lifeEvents the tiles it stands under; one that names none is found by name and number
 * @param initials first letters of its name in pinyin (拼音首字母), 0 to 40 lower-case letters or
 *     digits; empty leaves them to the screens, which cannot know which reading of 重 or 行 is meant
 * @param number what is printed on the poster beside the kiosk, 1 to 9999; 0 for none
 * @param summaryEnglish the item's summary in English, may be empty
 * @param answerInEnglish when there will be a result, in English; may be empty
 */
public record Listing(
    Set<LifeEvent> lifeEvents,
    String initials,
    int number,
    String summaryEnglish,
    String answerInEnglish) {
  /** Nothing but the name. */
  public static final Listing NONE = new Listing(Set.of(), "", 0);

  private static final int HIGHEST = 9_999;

  public Listing {
    lifeEvents = Set.copyOf(lifeEvents);
    Objects.requireNonNull(summaryEnglish, "summaryEnglish");
    Objects.requireNonNull(answerInEnglish, "answerInEnglish");
    if (!initials.matches("[a-z0-9]{0,40}")) {
      throw new IllegalArgumentException("initials are at most 40 lower-case letters or digits");
    }
    if (number < 0 || number > HIGHEST) {
      throw new IllegalArgumentException("an item's number lies in 1..9999");
    }
  }

  /** An item whose lines have no English. */
  public Listing(Set<LifeEvent> lifeEvents, String initials, int number) {
    this(lifeEvents, initials, number, "", "");
  }
}
