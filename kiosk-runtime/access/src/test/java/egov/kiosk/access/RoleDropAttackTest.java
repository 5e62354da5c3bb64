package egov.kiosk.access;

import static egov.kiosk.access.Lab.COUNTER;
import static egov.kiosk.access.Lab.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.access.AccessException.Reason;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.Credentials;
import egov.kiosk.domain.access.DropReason;
import egov.kiosk.domain.access.Presence;
import egov.kiosk.domain.access.StaffRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles do not outlive the person who stands there. */
class RoleDropAttackTest {
  @TempDir Path directory;
  private Lab lab;

  @BeforeEach
  void open() throws Exception {
    lab = Lab.furnished(directory);
  }

  private Reason use(String token) {
    return refusal(() -> lab.door().use(token, StaffRole.TECHNICIAN));
  }

  @Test
  @DisplayName("J05 five minutes idle: the role is dropped")
  void j05_idle_dropped() throws Exception {
    String token = lab.technician();
    for (int i = 0; i < 4; i++) {
      lab.pass(Duration.ofSeconds(299));
      assertEquals(null, use(token));
    }
    lab.pass(Duration.ofSeconds(299));
    Presence asked = lab.door().who(token);
    assertEquals(Duration.ofSeconds(1), asked.idleLeft(), "asking is not doing");
    lab.pass(Duration.ofSeconds(1));
    assertEquals(Reason.NOT_SIGNED_IN, use(token));
    lab.room.beat();
    assertTrue(lab.log().get(lab.log().size() - 1).contains("TIME_OVER"), lab.log().toString());
  }

  @Test
  @DisplayName("J05 busy all the time: dropped after an hour all the same")
  void j05_longest_dropped() throws Exception {
    String token = lab.technician();
    for (int i = 0; i < 59; i++) {
      lab.pass(Duration.ofMinutes(1));
      assertEquals(null, use(token));
    }
    lab.pass(Duration.ofMinutes(1));
    assertEquals(Reason.NOT_SIGNED_IN, use(token));
  }

  @Test
  @DisplayName("J05 the cabinet's door is closed: every role is dropped")
  void j05_doorClosed_dropped() throws Exception {
    String technician = lab.technician();
    String counter = lab.counter().token();
    lab.door().drop(DropReason.DOOR_CLOSED);
    assertEquals(Reason.NOT_SIGNED_IN, use(technician));
    assertEquals(Reason.NOT_SIGNED_IN, refusal(() -> lab.door().who(counter)));
    assertEquals(2, lab.log().stream().filter(line -> line.contains("DOOR_CLOSED")).count());
  }

  @Test
  @DisplayName("J05 turning the clock back does not keep a role")
  void j05_clockBack_dropped() throws Exception {
    String token = lab.technician();
    lab.pass(Duration.ofMinutes(5));
    lab.now = lab.now.minus(Duration.ofDays(30));
    assertEquals(Reason.NOT_SIGNED_IN, use(token));
  }

  @Test
  void startAgain_signsEverybodyOut() throws Exception {
    String token = lab.technician();
    lab.start();
    assertEquals(Reason.NOT_SIGNED_IN, use(token));
  }

  @Test
  void signOut_andForgedTokens_areNobody() throws Exception {
    String token = lab.technician();
    assertEquals(64, token.length());
    assertNotEquals(token, lab.technician());
    lab.door().signOut(token);
    lab.door().signOut(token);
    for (String forged :
        new String[] {token, "", "0".repeat(64), token.toUpperCase(java.util.Locale.ROOT)}) {
      assertEquals(Reason.NOT_SIGNED_IN, use(forged));
    }
  }

  @Test
  void role_coversWhatIsBelowItOnly() throws Exception {
    String counter = lab.counter().token();
    assertEquals(null, refusal(() -> lab.door().use(counter, StaffRole.COUNTER)));
    assertEquals(Reason.ROLE_TOO_LOW, use(counter));
    assertTrue(
        lab.log().get(lab.log().size() - 1).startsWith("request.refused refused by staff 1001"));
    String technician = lab.technician();
    assertEquals(
        Reason.ROLE_TOO_LOW, refusal(() -> lab.door().use(technician, StaffRole.ADMINISTRATOR)));
  }

  @Test
  void confirm_isOneDeedAndNoSignIn() throws Exception {
    lab.door().confirm(COUNTER, Lab.PIN, StaffRole.COUNTER);
    assertEquals(
        Reason.ROLE_TOO_LOW,
        refusal(() -> lab.door().confirm(COUNTER, Lab.PIN, StaffRole.TECHNICIAN)));
    assertEquals(
        Reason.REFUSED,
        refusal(() -> lab.door().confirm(Lab.ADMIN, Lab.ADMIN_PIN, StaffRole.COUNTER)),
        "an administrator's PIN alone opens nothing");
  }

  @Test
  void confirm_withAGivenPin_mustBeChangedFirst() throws Exception {
    Badge fresh = new Badge("1002");
    String drawn =
        lab.office()
            .add(lab.administrator(), fresh, StaffRole.COUNTER, Optional.empty())
            .orElseThrow();
    assertEquals(
        Reason.LIMITED, refusal(() -> lab.door().confirm(fresh, drawn, StaffRole.COUNTER)));
    String token = lab.door().signIn(fresh, Credentials.pin(drawn)).token();
    assertEquals(Reason.LIMITED, refusal(() -> lab.door().use(token, StaffRole.COUNTER)));
    lab.door().changePin(token, drawn, "518206");
    lab.door().confirm(fresh, "518206", StaffRole.COUNTER);
  }

  @Test
  void gridWorker_offlineTooLong_refusedUntilThePlatformIsHeard() throws Exception {
    Badge worker = new Badge("G-3");
    lab.office().add(lab.administrator(), worker, StaffRole.GRID_WORKER, Optional.of("518206"));
    lab.pass(Duration.ofHours(7));
    lab.room.beat();
    lab.start();
    assertEquals("", lab.outcome(worker, "518206"));
    lab.now = lab.now.minus(Duration.ofDays(2));
    lab.nanos += Duration.ofMinutes(61).toNanos();
    assertEquals("OFFLINE_TOO_LONG 0", lab.outcome(worker, "518206"), "whatever the clock says");
    assertEquals("", lab.outcome(COUNTER, Lab.PIN), "others are needed all the more then");
    lab.room.contact(true);
    assertEquals("", lab.outcome(worker, "518206"));
    lab.room.contact(false);
    lab.now = lab.now.plus(Duration.ofHours(9));
    assertEquals("OFFLINE_TOO_LONG 0", lab.outcome(worker, "518206"), "nights count too");
  }

  @Test
  void whoeverIsChanged_isSignedOut() throws Exception {
    String token = lab.technician();
    lab.office().reset(lab.administrator(), Lab.TECHNICIAN, Optional.of("518206"));
    assertEquals(Reason.NOT_SIGNED_IN, use(token));
  }
}
