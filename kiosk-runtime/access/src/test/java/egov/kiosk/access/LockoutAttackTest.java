package egov.kiosk.access;

import static egov.kiosk.access.Lab.ADMIN;
import static egov.kiosk.access.Lab.ADMIN_PIN;
import static egov.kiosk.access.Lab.COUNTER;
import static egov.kiosk.access.Lab.PIN;
import static egov.kiosk.access.Lab.TECHNICIAN;
import static egov.kiosk.access.Lab.TECHNICIAN_PIN;
import static egov.kiosk.access.Lab.WRONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.Credentials;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guessing at PINs. */
class LockoutAttackTest {
  @TempDir Path directory;
  private Lab lab;

  @BeforeEach
  void open() throws Exception {
    lab = Lab.furnished(directory);
  }

  /** So many wrong ones, each after the lock-out of the one before. */
  private void wrong(Badge badge, int times) {
    for (int i = 1; i <= times; i++) {
      assertTrue(lab.outcome(badge, WRONG).startsWith("REFUSED"));
      if (i < times) {
        lab.pass(LockRule.BADGE.lasting(i));
      }
    }
  }

  @Test
  @DisplayName("J01 ten wrong PINs: the lock-out grows with each from the fifth on")
  void j01_tenWrongPins_lockoutGrows() {
    wrong(COUNTER, 4);
    List<Integer> minutes = new ArrayList<>();
    for (int wrong = 5; wrong <= 10; wrong++) {
      assertEquals("REFUSED 0", lab.outcome(COUNTER, WRONG));
      String locked = lab.outcome(COUNTER, PIN);
      assertTrue(locked.startsWith("LOCKED "), "the right one is refused too: " + locked);
      int seconds = Integer.parseInt(locked.substring(7));
      minutes.add(seconds / 60);
      lab.pass(Duration.ofSeconds(seconds - 1));
      assertEquals("LOCKED 1", lab.outcome(COUNTER, PIN));
      lab.pass(Duration.ofSeconds(1));
    }
    assertEquals(List.of(1, 2, 4, 8, 16, 32), minutes);
    assertEquals("", lab.outcome(COUNTER, PIN));
    assertEquals("REFUSED 4", lab.outcome(COUNTER, WRONG), "the right one begins anew");
  }

  @Test
  @DisplayName("J01 the lock-out survives a start, which makes nobody serve it sooner")
  void j01_startAgain_lockedForTheWholeTime() {
    wrong(COUNTER, 7);
    lab.pass(Duration.ofMinutes(3));
    assertEquals("LOCKED 60", lab.outcome(COUNTER, PIN));
    for (int start = 0; start < 3; start++) {
      lab.start();
      assertEquals("LOCKED 240", lab.outcome(COUNTER, PIN));
    }
    lab.pass(Duration.ofMinutes(4));
    assertEquals("", lab.outcome(COUNTER, PIN));
  }

  @Test
  @DisplayName("J01 turning the clock in whichever direction does nothing")
  void j01_clockChanged_lockedOn() {
    wrong(COUNTER, 5);
    Instant before = lab.now;
    for (Duration turned :
        List.of(Duration.ofDays(-400), Duration.ofDays(400), Duration.ofHours(-1))) {
      lab.now = before.plus(turned);
      assertEquals("LOCKED 60", lab.outcome(COUNTER, PIN));
    }
    lab.start();
    assertEquals("LOCKED 60", lab.outcome(COUNTER, PIN), "and with a start");
  }

  @Test
  @DisplayName("J01 a badge nobody has answers as one that somebody has, all the way")
  void j01_unknownBadge_sameAnswers() {
    List<String> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      known.add(lab.outcome(COUNTER, WRONG));
    }
    lab.start();
    for (int i = 0; i < 9; i++) {
      unknown.add(lab.outcome(new Badge("1999"), WRONG));
    }
    assertEquals(known, unknown);
    lab.start();
    assertEquals("LOCKED 60", lab.outcome(new Badge("1999"), WRONG), "kept over a start too");
  }

  @Test
  @DisplayName("J01 one PIN tried on many badges locks PINs for everybody, key cards for nobody")
  void j01_onePinOnManyBadges_kioskLocks() {
    for (int i = 0; i < 20; i++) {
      lab.outcome(new Badge("S-" + (100 + i)), WRONG);
    }
    assertTrue(lab.outcome(COUNTER, PIN).startsWith("LOCKED"));
    assertEquals("", signInWithBoth(), "whoever has a card is no stranger");
    lab.pass(Duration.ofMinutes(10));
    assertEquals("", lab.outcome(COUNTER, PIN));
  }

  @Test
  @DisplayName("J01 a stranger cannot lock out an administrator who has a card")
  void j01_strangerGuessesAtAdministrator_administratorGetsIn() {
    for (int i = 0; i < 8; i++) {
      lab.outcome(ADMIN, i % 2 == 0 ? WRONG : ADMIN_PIN);
    }
    assertTrue(lab.outcome(ADMIN, ADMIN_PIN).startsWith("LOCKED"), "as for any badge");
    assertEquals("", signInWithBoth());
  }

  private String signInWithBoth() {
    try {
      return lab.outcome(ADMIN, Credentials.both(ADMIN_PIN, lab.answer(ADMIN, lab.card)));
    } catch (egov.kiosk.domain.access.AccessException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void lockedOut_technicianLiftsIt() throws Exception {
    wrong(COUNTER, 6);
    String technician = lab.technician();
    assertTrue(lab.office().list(technician).get(0).locked());
    lab.office().unlock(technician, COUNTER);
    assertEquals("", lab.outcome(COUNTER, PIN));
  }

  @Test
  void unlocking_liftsAlsoWhatStrangersHaveGathered() throws Exception {
    for (int i = 0; i < 5; i++) {
      lab.outcome(new Badge("1999"), WRONG);
    }
    assertEquals("LOCKED 60", lab.outcome(new Badge("1999"), WRONG));
    lab.office().unlock(lab.technician(), COUNTER);
    assertEquals("REFUSED 4", lab.outcome(new Badge("1999"), WRONG));
  }

  @Test
  void lockedOutTechnician_administratorLiftsIt() throws Exception {
    wrong(TECHNICIAN, 6);
    lab.office().unlock(lab.administrator(), TECHNICIAN);
    assertEquals("", lab.outcome(TECHNICIAN, TECHNICIAN_PIN));
  }

  @Test
  void attemptsWhileLocked_neitherCountNorProlong() {
    wrong(COUNTER, 5);
    lab.pass(Duration.ofSeconds(30));
    for (int i = 0; i < 50; i++) {
      assertEquals("LOCKED 30", lab.outcome(COUNTER, WRONG));
    }
    lab.pass(Duration.ofSeconds(30));
    assertEquals("", lab.outcome(COUNTER, PIN));
  }

  @Test
  void hugePin_refusedAsAnyOther() {
    assertEquals("REFUSED 4", lab.outcome(COUNTER, PIN + "0".repeat(1_000_000)));
    assertEquals("REFUSED 3", lab.outcome(COUNTER, ""));
    assertEquals("", lab.outcome(COUNTER, PIN));
  }

  @Test
  void longestLockout_isAnHour() {
    assertEquals(Duration.ZERO, LockRule.BADGE.lasting(4));
    assertEquals(Duration.ofHours(1), LockRule.BADGE.lasting(11));
    assertEquals(Duration.ofHours(1), LockRule.BADGE.lasting(Integer.MAX_VALUE));
    assertEquals(Duration.ofMinutes(10), LockRule.KIOSK.lasting(30));
  }
}
