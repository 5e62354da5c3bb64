package egov.kiosk.updates.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When, how often, and until when. */
class RulesTest {
  private static final Set<String> NONE = Set.of();

  @Test
  void window_overMidnight_holdsOutsideOnly() {
    QuietRule night = new QuietRule(LocalTime.of(19, 0), LocalTime.of(7, 0));
    assertEquals(QuietRule.Wait.NONE, at(night, 23));
    assertEquals(QuietRule.Wait.NONE, at(night, 3));
    assertEquals(QuietRule.Wait.HOURS, at(night, 12));
    QuietRule noon = new QuietRule(LocalTime.of(12, 0), LocalTime.of(13, 0));
    assertEquals(QuietRule.Wait.NONE, at(noon, 12));
    assertEquals(QuietRule.Wait.HOURS, at(noon, 13));
  }

  private static QuietRule.Wait at(QuietRule rule, int hour) {
    return rule.now(false, false, LocalTime.of(hour, 0), Duration.ZERO);
  }

  @Test
  void fullQueue_holdsEvenForcedOnes() {
    QuietRule any = new QuietRule(LocalTime.MIN, LocalTime.MIN);
    assertEquals(
        QuietRule.Wait.QUEUE, any.now(true, true, LocalTime.of(2, 30), Duration.ofDays(9)));
  }

  @Test
  void pace_spreadsAFifthAndGrowsToAnHour() {
    Pace pace = new Pace(new Random(1));
    for (int i = 0; i < 200; i++) {
      long seconds = pace.after(Duration.ofMinutes(30)).toSeconds();
      assertTrue(seconds >= 24 * 60 && seconds <= 36 * 60, seconds + " s");
    }
    Duration last = Duration.ZERO;
    for (int i = 0; i < 30; i++) {
      last = pace.afterFailure();
      assertTrue(last.compareTo(Duration.ofMinutes(72)) <= 0);
    }
    assertTrue(last.compareTo(Duration.ofMinutes(48)) >= 0);
  }

  @Test
  void trial_deviceSeenOnce_mayFailLater() {
    TrialWatch watch = new TrialWatch(new TrialWatch.Baseline(Set.of("printer"), false));
    watch.look(Duration.ofSeconds(10), new TrialWatch.Seen(Set.of("printer"), NONE, false));
    assertEquals(
        TrialWatch.Verdict.KEEP,
        watch.look(Duration.ofSeconds(121), new TrialWatch.Seen(NONE, NONE, false)));
  }

  @Test
  void trial_ofOneThatWorks_isNotKeptBeforeTwoMinutes() {
    TrialWatch watch = new TrialWatch(new TrialWatch.Baseline(Set.of("printer"), false));
    TrialWatch.Seen seen = new TrialWatch.Seen(Set.of("printer"), NONE, false);
    assertEquals(TrialWatch.Verdict.WAIT, watch.look(Duration.ofSeconds(119), seen));
    assertEquals(TrialWatch.Verdict.KEEP, watch.look(Duration.ofSeconds(120), seen));
  }

  @Test
  void trial_silentThread_isGivenUp() {
    TrialWatch watch = new TrialWatch(new TrialWatch.Baseline(NONE, false));
    watch.served(Duration.ofSeconds(10));
    TrialWatch.Seen seen = new TrialWatch.Seen(NONE, Set.of("Queue Writer 1"), true);
    assertEquals(TrialWatch.Verdict.WAIT, watch.look(Duration.ofSeconds(74), seen));
    assertEquals(TrialWatch.Verdict.GIVE_UP, watch.look(Duration.ofSeconds(75), seen));
    assertEquals("health-queue-writer-1", watch.why());
  }

  @Test
  void trial_threadSilentInOneLookOnly_isNoReason() {
    TrialWatch watch = new TrialWatch(new TrialWatch.Baseline(NONE, false));
    watch.served(Duration.ofSeconds(10));
    TrialWatch.Seen well = new TrialWatch.Seen(NONE, NONE, false);
    TrialWatch.Seen one = new TrialWatch.Seen(NONE, Set.of("agent"), false);
    TrialWatch.Seen other = new TrialWatch.Seen(NONE, Set.of("flow"), false);
    assertEquals(TrialWatch.Verdict.WAIT, watch.look(Duration.ofSeconds(80), one));
    assertEquals(TrialWatch.Verdict.WAIT, watch.look(Duration.ofSeconds(85), well));
    assertEquals(TrialWatch.Verdict.WAIT, watch.look(Duration.ofSeconds(90), one));
    assertEquals(TrialWatch.Verdict.WAIT, watch.look(Duration.ofSeconds(125), other), "not kept");
    assertEquals(TrialWatch.Verdict.KEEP, watch.look(Duration.ofSeconds(130), well));
  }

  @ParameterizedTest
  @CsvSource({"5, 75", "15, 75", "40, 100", "74, 134", "500, 135", "-1, 135"})
  void trial_ofASlowStart_hasAMinuteFromWhenItServes(long served, long end) {
    TrialWatch watch = new TrialWatch(new TrialWatch.Baseline(Set.of("printer"), false));
    if (served >= 0) {
      watch.served(Duration.ofSeconds(served));
      watch.served(Duration.ofSeconds(served + 30));
    }
    TrialWatch.Seen seen = new TrialWatch.Seen(NONE, NONE, false);
    assertEquals(TrialWatch.Verdict.WAIT, watch.look(Duration.ofSeconds(end - 1), seen));
    assertEquals(TrialWatch.Verdict.GIVE_UP, watch.look(Duration.ofSeconds(end), seen));
    assertEquals("health-printer", watch.why());
  }
}
