package egov.kiosk.flow.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalNumbersTest {
  private static final Instant NOW = Instant.parse("2026-11-21T07:04:00Z");

  @TempDir Path state;

  private LocalNumbers at(Instant moment) {
    return new LocalNumbers(state, InstantSource.fixed(moment));
  }

  @Test
  void numbers_twelveDigitsWithACheckDigitThatCatchesSlips() throws Exception {
    LocalNumbers numbers = at(NOW);
    for (int i = 0; i < 200; i++) {
      String number = numbers.next().value();
      assertTrue(number.matches("[0-9]{12}"));
      for (int at = 0; at < 11; at++) {
        char[] slipped = number.toCharArray();
        slipped[at] = (char) ('0' + (slipped[at] - '0' + 1 + i % 9) % 10);
        String wrong = new String(slipped);
        assertFalse(
            LocalNumbers.checkDigit(wrong.substring(0, 11)) == wrong.charAt(11) - '0', wrong);
      }
    }
  }

  @Test
  void checkDigit_matchesTheStandardsExample() {
    // ISO/IEC 7064:2003, MOD 11,10: 0794 has the check digit 5.
    assertEquals(5, LocalNumbers.checkDigit("0794"));
  }

  @Property(tries = 30)
  void anyRestartsAndClocks_neverTheSameTwice(@ForAll long seed) throws Exception {
    Path directory = Files.createTempDirectory("numbers");
    try {
      restartsAndClocks(directory, seed);
    } finally {
      Files.deleteIfExists(directory.resolve("local-number"));
      Files.delete(directory);
    }
  }

  private static void restartsAndClocks(Path directory, long seed) throws Exception {
    Random random = new Random(seed);
    Set<String> given = new HashSet<>();
    Instant clock = NOW;
    for (int start = 0; start < 12; start++) {
      Instant shown =
          switch (random.nextInt(5)) {
            case 0 -> Instant.EPOCH;
            case 1 -> NOW.minusSeconds(random.nextInt(100_000_000));
            case 2 -> NOW.plusSeconds(random.nextInt(1_000_000_000));
            case 3 -> Instant.parse("9999-12-31T23:59:59Z");
            default -> clock;
          };
      if (start == 0) {
        shown = NOW;
      }
      LocalNumbers numbers = new LocalNumbers(directory, InstantSource.fixed(shown));
      for (int i = random.nextInt(150); i >= 0; i--) {
        assertTrue(given.add(numbers.next().value()));
      }
      clock = clock.plusSeconds(random.nextInt(3));
    }
  }

  @Test
  void lostFileAndRightClock_goesOnBehindEverythingGiven() throws Exception {
    Set<String> given = new HashSet<>();
    LocalNumbers before = at(NOW);
    for (int i = 0; i < 300; i++) {
      given.add(before.next().value());
    }
    Files.delete(state.resolve("local-number"));
    LocalNumbers after = at(NOW.plusSeconds(3600));
    for (int i = 0; i < 300; i++) {
      assertTrue(given.add(after.next().value()));
    }
  }

  @Test
  void damagedFile_goesOnFromTheClock() throws Exception {
    for (String damage : List.of("", "kiosk-number 1 ", "kiosk-number 2 77\n", "x".repeat(5000))) {
      Files.writeString(state.resolve("local-number"), damage);
      assertTrue(at(NOW).next().value().startsWith("0" + NOW.getEpochSecond()));
    }
  }

  @Test
  void wrongClockAndNoFile_noNumber() {
    for (Instant wrong : List.of(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"))) {
      LocalNumbers numbers = at(wrong);
      assertFalse(numbers.ready());
      NumbersUnavailableException refused =
          assertThrows(NumbersUnavailableException.class, numbers::next);
      assertTrue(refused.getMessage().contains("set the clock"));
    }
  }

  @Test
  void unwritableDirectory_noNumberAndSaysWhere() throws IOException {
    Path file = Files.writeString(state.resolve("file"), "");
    LocalNumbers numbers = new LocalNumbers(file, InstantSource.fixed(NOW));
    assertFalse(numbers.ready());
    NumbersUnavailableException refused =
        assertThrows(NumbersUnavailableException.class, numbers::next);
    assertTrue(refused.getMessage().contains("local-number"));
  }

  @Test
  void usedUp_refusedInsteadOfBeginningAgain() throws Exception {
    Files.writeString(state.resolve("local-number"), "kiosk-number 1 99999999990\n");
    assertThrows(NumbersUnavailableException.class, at(NOW)::next);
  }

  @Test
  void manyThreads_allDifferent() throws Exception {
    LocalNumbers numbers = at(NOW);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        calls.add(() -> numbers.next().value());
      }
      Set<String> given = new HashSet<>();
      for (Future<String> number : threads.invokeAll(calls)) {
        assertTrue(given.add(number.get()));
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
