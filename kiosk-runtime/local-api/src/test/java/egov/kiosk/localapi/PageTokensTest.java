package egov.kiosk.localapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTokensTest {
  private static final Optional<String> ONE = Optional.of("1".repeat(32));
  private static final Optional<String> TWO = Optional.of("2".repeat(32));

  private long now = Long.MAX_VALUE - 10;
  private final PageTokens tokens = new PageTokens(UiToken::secret, () -> now);

  @Test
  void follow_sameSession_changesNothing() {
    String idle = tokens.citizen();
    assertTrue(tokens.follow(Optional.empty()).isEmpty());
    assertEquals(idle, tokens.citizen());
    tokens.follow(ONE);
    String held = tokens.citizen();
    assertTrue(tokens.follow(ONE).isEmpty());
    assertEquals(held, tokens.citizen());
  }

  @Test
  void follow_sessionBeginsAndEnds_eachTimeTheFormerTokenIsWorthless() {
    String idle = tokens.citizen();
    tokens.follow(ONE);
    String first = tokens.citizen();
    assertFalse(tokens.isCitizen(idle));
    tokens.follow(Optional.empty());
    assertFalse(tokens.isCitizen(first));
    String between = tokens.citizen();
    tokens.follow(TWO);
    assertFalse(tokens.isCitizen(between));
    assertFalse(tokens.isCitizen(idle));
    assertNotEquals(first, tokens.citizen());
  }

  @Test
  void begin_byAPage_isThatPagesAlone() {
    String idle = tokens.citizen();
    assertTrue(tokens.begins(idle));
    PageTokens.Turn turn = tokens.follow(ONE).orElseThrow();
    tokens.began();
    assertFalse(turn.goesOn());
    assertEquals(Optional.empty(), tokens.next(idle, false));
    assertEquals(Optional.of(turn.now()), tokens.next(idle, true));
  }

  @Test
  void begin_byNoPage_takesThePagesAlong() {
    assertFalse(tokens.begins("0".repeat(64)));
    assertTrue(tokens.follow(ONE).orElseThrow().goesOn());
  }

  @Test
  void end_takesThePagesOfTheSessionAlong_andNoOlderOne() {
    String idle = tokens.citizen();
    tokens.follow(ONE);
    String held = tokens.citizen();
    tokens.follow(Optional.empty());
    assertEquals(Optional.of(tokens.citizen()), tokens.next(held, false));
    assertEquals(Optional.empty(), tokens.next(idle, false));
  }

  @Test
  void follow_lateWordOfASessionThatEnded_beginsNothing() {
    tokens.follow(ONE);
    tokens.follow(Optional.empty());
    String idle = tokens.citizen();
    assertTrue(tokens.follow(ONE).isEmpty());
    assertTrue(tokens.isCitizen(idle));
  }

  @Test
  void follow_lateWordThatTheSessionBeforeEnded_leavesTheNewOneItsTurn() {
    tokens.follow(ONE);
    tokens.follow(TWO);
    String second = tokens.citizen();
    assertTrue(tokens.follow(Optional.empty()).isEmpty(), "the end of the one before");
    assertTrue(tokens.follow(TWO).isEmpty());
    assertEquals(second, tokens.citizen());
    assertTrue(tokens.follow(Optional.empty()).isPresent(), "its own end");
    assertFalse(tokens.isCitizen(second));
  }

  @Test
  void hasJustBeen_isTheLastTokenOfAMomentAgoAlone() {
    String idle = tokens.citizen();
    assertFalse(tokens.hasJustBeen(idle));
    tokens.follow(ONE);
    String held = tokens.citizen();
    assertTrue(tokens.hasJustBeen(idle));
    assertFalse(tokens.hasJustBeen(""));
    now += Duration.ofSeconds(5).toNanos();
    assertFalse(tokens.hasJustBeen(idle));
    tokens.follow(Optional.empty());
    assertTrue(tokens.hasJustBeen(held));
    assertFalse(tokens.hasJustBeen(idle));
  }

  @Test
  void tokens_ofPages_areOfTheirKind() {
    assertTrue(tokens.isStaff(tokens.staff()));
    assertFalse(tokens.isStaff(tokens.citizen()));
    assertFalse(tokens.isCitizen(tokens.staff()));
    assertFalse(tokens.isCitizen(""));
    assertEquals(Optional.empty(), tokens.next("", true));
  }
}
