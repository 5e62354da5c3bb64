package egov.kiosk.downlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.fleet.CommandResult;
import egov.kiosk.downlink.store.CommandLedger;
import egov.kiosk.downlink.store.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandDeskTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path directory;
  private Kiosk kiosk;

  @BeforeEach
  void open() {
    kiosk = new Kiosk(directory);
  }

  private List<String> audit() throws IOException {
    return Files.readAllLines(directory.resolve("audit/commands.log")).stream()
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .toList();
  }

  @Test
  void command_doneOnceAnsweredAuditedThenFollowedUp() throws IOException {
    kiosk.command("c-1", "do", HOUR);
    kiosk.pass(Duration.ofSeconds(2));
    assertEquals(List.of("do", "after do"), kiosk.done);
    assertEquals(
        1, kiosk.heard("COMMAND_RESULT", "\"id\":\"c-1\"", "\"outcome\":\"done\"", "did it"));
    assertEquals(List.of("accepted c-1 do", "done c-1 do"), audit());
  }

  @Test
  void sameIdAgain_sameAnswerNotDoneAgainAlsoAfterARestart() {
    kiosk.command("c-1", "do", HOUR);
    String answer = kiosk.told.get(0);
    for (int i = 0; i < 3; i++) {
      kiosk.restart();
      kiosk.pass(Duration.ofSeconds(10));
      kiosk.told.clear();
      kiosk.command("c-1", "do", HOUR);
      assertEquals(List.of(answer), kiosk.told);
    }
    assertEquals(List.of("do", "after do"), kiosk.done);
  }

  @Test
  void lineDown_answerComesLaterAlsoAfterARestart() {
    kiosk.online = false;
    kiosk.command("c-1", "do", HOUR);
    kiosk.pass(Duration.ofSeconds(29));
    assertEquals(List.of("do"), kiosk.done);
    kiosk.pass(Duration.ofSeconds(2));
    assertEquals(List.of("do", "after do"), kiosk.done, "not put off for ever");
    kiosk.restart();
    kiosk.online = true;
    kiosk.pass(Duration.ofSeconds(10));
    assertEquals(1, kiosk.heard("c-1", "done"));
    kiosk.restart();
    kiosk.pass(Duration.ofSeconds(60));
    assertEquals(1, kiosk.heard("c-1", "done"));
  }

  @Test
  void expiredFutureEndlessAndUnknown_refused() throws IOException {
    kiosk.command("c-1", "do", kiosk.now.minusSeconds(60), Duration.ofSeconds(60));
    kiosk.command("c-2", "do", kiosk.now.plus(Duration.ofHours(25)), HOUR);
    kiosk.command("c-3", "do", Duration.ofDays(8));
    kiosk.command("c-4", "make-coffee", HOUR);
    assertTrue(kiosk.done.isEmpty());
    assertEquals(1, kiosk.heard("c-1", "refused", "EXPIRED"));
    assertEquals(1, kiosk.heard("c-2", "refused", "TIME"));
    assertEquals(1, kiosk.heard("c-3", "refused", "TIME"));
    assertEquals(1, kiosk.heard("c-4", "refused", "UNKNOWN"));
    assertEquals("refused c-4 make-coffee UNKNOWN", audit().get(3));
  }

  @Test
  void clockSetBackAfterExpiry_notDoneAgain() {
    kiosk.command("c-1", "do", HOUR);
    kiosk.now = kiosk.now.plus(HOUR).plusSeconds(1);
    kiosk.pass(Duration.ofSeconds(1));
    kiosk.now = kiosk.now.minus(HOUR).minusSeconds(1);
    kiosk.restart();
    kiosk.command("c-1", "do", kiosk.now.minusSeconds(2), HOUR);
    assertEquals(1, kiosk.done.stream().filter("do"::equals).count());
    assertEquals(1, kiosk.heard("refused", "EXPIRED"));
  }

  @Test
  void listDamaged_whatWasSignedBeforeIsNotDone() throws IOException {
    kiosk.command("c-1", "do", HOUR);
    kiosk.pass(Duration.ofSeconds(5));
    Path list = directory.resolve("downlink/commands");
    Files.writeString(list, Files.readString(list).replace("c-1", "c-9"));
    kiosk.restart();
    kiosk.command("c-1", "do", kiosk.now.minusSeconds(5), HOUR);
    assertEquals(1, kiosk.done.stream().filter("do"::equals).count());
    kiosk.command("c-2", "do", HOUR);
    assertEquals(2, kiosk.done.stream().filter("do"::equals).count());
  }

  @Test
  void handlerThrows_answeredAsFailed() {
    kiosk.command(
        "do",
        () -> {
          throw new IllegalStateException("as the test wants");
        });
    kiosk.command("c-1", "do", HOUR);
    assertEquals(1, kiosk.heard("c-1", "\"outcome\":\"failed\""));
    assertEquals(0, kiosk.heard("as the test wants"));
  }

  @Test
  void answerTooLargeForTheBroker_saidInFewWords() {
    kiosk.command("do", () -> new CommandResult(true, "big", "x".repeat(50_000)));
    kiosk.maxBytes = 16_384;
    kiosk.command("c-1", "do", HOUR);
    assertEquals(1, kiosk.heard("c-1", "failed", "more than the broker takes"));
    kiosk.maxBytes = 64 * 1024;
    kiosk.pass(Duration.ofSeconds(10));
    kiosk.command("c-1", "do", HOUR);
    assertEquals(1, kiosk.heard("c-1", "done", "xxxx"));
  }

  @Test
  void tooManyAtOnce_refusedUntilOldOnesExpire() {
    for (int i = 0; i < CommandLedger.MOST; i++) {
      kiosk.command("c-" + i, "do", HOUR);
    }
    kiosk.command("last", "do", HOUR);
    assertEquals(1, kiosk.heard("last", "refused", "TOO_MANY"));
    kiosk.now = kiosk.now.plus(HOUR).plusSeconds(1);
    kiosk.pass(Duration.ofSeconds(10));
    kiosk.command("next", "do", HOUR);
    assertEquals(1, kiosk.heard("next", "done"));
    assertEquals(1, directory.resolve("downlink/answers").toFile().list().length);
  }

  /** The power goes off at each step in turn: never done twice, and answered in the end. */
  @Test
  void powerCutAtAnyStep_doneAtMostOnceAndAnswered() throws IOException {
    int cuts = 0;
    for (boolean through = false; !through; cuts++) {
      Kiosk one = new Kiosk(Files.createDirectory(directory.resolve("cut-" + cuts)));
      int last = cuts;
      int[] steps = {0};
      one.disk =
          new Disk(
              () -> {
                if (steps[0]++ >= last) {
                  throw new PowerCut();
                }
              });
      one.restart();
      one.answersLost = true;
      try {
        one.command("c-1", "do", HOUR);
        through = steps[0] <= last;
      } catch (PowerCut e) {
        assertTrue(one.done.size() <= 1);
      }
      one.disk = new Disk();
      one.answersLost = false;
      one.restart();
      one.pass(Duration.ofSeconds(10));
      one.command("c-1", "do", HOUR);
      one.pass(Duration.ofSeconds(10));
      long times = one.done.stream().filter("do"::equals).count();
      assertTrue(times <= 1, "cut " + cuts);
      assertTrue(one.heard("c-1", "\"outcome\":\"done\"") + one.heard("interrupted") > 0);
      assertFalse(times == 0 && one.heard("\"outcome\":\"done\"") > 0);
    }
    assertTrue(cuts > 8, "every step was cut: " + cuts);
  }

  private static final class PowerCut extends Error {
    private static final long serialVersionUID = 1L;
  }
}
