package egov.kiosk.flow.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffGateTest {
  private static final String PIN = "271828";
  private static final List<StaffMember> MEMBERS =
      List.of(StaffMember.parse("S-1:" + StaffPins.hash(PIN)));

  private Duration elapsed = Duration.ZERO;
  private final StaffGate gate = new StaffGate(() -> elapsed);

  @Test
  void rightPin_accepted() {
    assertTrue(gate.check(MEMBERS, "S-1", PIN).accepted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "271829", "2718280", "27182", "271828 ", "nobody"})
  void wrongPin_refused(String pin) {
    assertEquals(new StaffGate.Verdict(false, 4), gate.check(MEMBERS, "S-1", pin));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "S-2", "nobody", "s-1", "S-1 "})
  void unknownBadge_refused(String badge) {
    assertFalse(gate.check(MEMBERS, badge, PIN).accepted());
    assertFalse(gate.check(List.of(), badge, "").accepted());
  }

  @Test
  void hugePin_refusedWithoutWork() {
    assertFalse(gate.check(MEMBERS, "S-1", "1".repeat(1_000_000)).accepted());
  }

  @Test
  void fiveWrong_pauseForAMinuteThenCountsAnew() {
    for (int left = 4; left >= 0; left--) {
      assertEquals(left, gate.check(MEMBERS, "S-1", "000000").attemptsLeft());
    }
    elapsed = Duration.ofMillis(59_999);
    assertFalse(gate.check(MEMBERS, "S-1", PIN).accepted());
    elapsed = Duration.ofSeconds(60);
    assertEquals(4, gate.check(MEMBERS, "S-1", "000000").attemptsLeft());
    assertTrue(gate.check(MEMBERS, "S-1", PIN).accepted());
    assertEquals(4, gate.check(MEMBERS, "S-1", "000000").attemptsLeft(), "the right one resets");
  }

  @Test
  void manyGuessesAtOnce_onlyFiveAreLookedAt() throws Exception {
    ExecutorService guesses = Executors.newFixedThreadPool(20);
    try {
      List<Callable<StaffGate.Verdict>> calls = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        calls.add(() -> gate.check(MEMBERS, "S-1", "000000"));
      }
      long looked = 0;
      for (Future<StaffGate.Verdict> verdict : guesses.invokeAll(calls)) {
        looked += verdict.get().attemptsLeft() > 0 ? 1 : 0;
      }
      assertEquals(4, looked);
    } finally {
      guesses.shutdownNow();
    }
  }

  @Test
  void hash_saltedAndNeverTheSame() {
    String one = StaffPins.hash(PIN);
    assertNotEquals(one, StaffPins.hash(PIN));
    assertFalse(one.contains(PIN));
    assertTrue(one.matches("210000:[0-9a-f]{32}:[0-9a-f]{64}"));
  }

  @Test
  void derivation_matchesAPublishedVector() {
    // PBKDF2-HMAC-SHA256, "password"/"salt", 4096 iterations, 32 bytes (the RFC 6070 inputs with
    // SHA-256, as computed by many implementations; cross-checked with Python's hashlib).
    assertEquals(
        "c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a",
        HexFormat.of()
            .formatHex(
                StaffPins.derive(
                    "password",
                    "salt".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                    4096)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123", "1234567890123", "12a4", "１２３４", "12 34"})
  void oddPin_notHashed(String pin) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> StaffPins.hash(pin));
    assertEquals("a PIN has 4 to 12 digits", refused.getMessage());
  }

  @Test
  void badEntry_refusedWithoutRepeatingIt() {
    String good = "S-1:" + StaffPins.hash(PIN);
    for (String bad :
        List.of(
            "",
            "S-1",
            good + "0",
            good.substring(1 + good.indexOf(':')),
            good.replace("210000", "9999"),
            good.replace("210000", "5000001"),
            good.replace("S-1", "S 1"),
            good.toUpperCase(java.util.Locale.ROOT) + "Z")) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> StaffMember.parse(bad));
      assertTrue(bad.isEmpty() || !refused.getMessage().contains(bad));
    }
    assertEquals("StaffMember[S-1]", StaffMember.parse(good).toString());
    assertEquals(StaffMember.parse(good), StaffMember.parse(good));
  }
}
