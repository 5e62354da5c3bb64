package egov.kiosk.proving.shim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.proving.shim.BadLuck.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls on the chosen files fail while they are told to, others never. */
@Tag("campaign")
class BadLuckTest {
  private static final long TOLERANCE = 60_000;

  @TempDir Path directory;
  private BadLuck luck;
  private Process victim;
  private BufferedReader answers;
  private Writer orders;

  @BeforeEach
  void compile() throws Exception {
    Path library = directory.resolve("badluck.so");
    BadLuck.compileTo(library);
    luck = BadLuck.open(library, directory.resolve("page"), directory.resolve("struck"));
    Files.createDirectory(directory.resolve("struck"));
    Files.createDirectory(directory.resolve("spared"));
  }

  @AfterEach
  void end() {
    victim.destroyForcibly();
  }

  private void start(String file) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Victim.class.getName(),
            directory.resolve(file).toString());
    builder.environment().putAll(luck.environment());
    victim = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    answers = victim.inputReader();
    orders = victim.outputWriter();
    assertEquals("ready", answers.readLine());
  }

  /** What became of a write, a sync and a read. */
  private String ask() throws IOException {
    orders.write("\n");
    orders.flush();
    String answer = answers.readLine();
    return answer.substring(0, answer.lastIndexOf(' '));
  }

  @Test
  void eachFailure_strikesItsCallsAndNoOthers() throws IOException {
    start("struck/file");
    assertEquals("well well well", ask());
    luck.strike(Set.of(Failure.SYNC), 1);
    assertEquals("well badly well", ask());
    for (Failure failure : EnumSet.of(Failure.WRITE, Failure.TEAR, Failure.FULL)) {
      luck.strike(Set.of(failure), 1);
      assertEquals("badly well well", ask());
    }
    luck.strike(Set.of(Failure.READ), 1);
    assertEquals("well well badly", ask());
    luck.relent();
    assertEquals("well well well", ask());
    assertTrue(luck.hits() >= 5);
  }

  @Test
  void everySecondCall_strikesOnlyThat() throws IOException {
    start("struck/file");
    luck.strike(Set.of(Failure.SYNC), 2);
    assertEquals("well well well", ask());
    assertEquals("well badly well", ask());
  }

  @Test
  void otherDirectory_isSpared() throws IOException {
    start("spared/file");
    luck.strike(EnumSet.allOf(Failure.class), 1);
    assertEquals("well well well", ask());
  }

  @Test
  void shiftedClock_isOffUntilRelented() throws IOException {
    start("struck/file");
    luck.shiftClock(Duration.ofDays(-400));
    assertOff(Duration.ofDays(-400));
    luck.shiftClock(Duration.ofHours(3));
    assertOff(Duration.ofHours(3));
    luck.relent();
    assertOff(Duration.ZERO);
  }

  private void assertOff(Duration offset) throws IOException {
    orders.write("\n");
    orders.flush();
    String answer = answers.readLine();
    long theirs = Long.parseLong(answer.substring(answer.lastIndexOf(' ') + 1));
    long error = theirs - System.currentTimeMillis() - offset.toMillis();
    assertTrue(Math.abs(error) < TOLERANCE, "off by " + error + " ms");
  }
}
