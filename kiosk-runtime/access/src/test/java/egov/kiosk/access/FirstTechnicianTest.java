package egov.kiosk.access;

import static egov.kiosk.access.Lab.ADMIN;
import static egov.kiosk.access.Lab.TECHNICIAN;
import static egov.kiosk.access.Lab.TECHNICIAN_PIN;
import static egov.kiosk.access.Lab.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.access.AccessException.Reason;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.Credentials;
import egov.kiosk.domain.access.StaffRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first technician of a kiosk nobody works at. */
class FirstTechnicianTest {
  @TempDir Path directory;

  @Test
  void taken_signsInAtOnceAndAfterAStart_andNobodyElseIsTakenSo() throws Exception {
    Lab lab = new Lab(directory);
    assertTrue(lab.room.first().wanted());
    lab.room.first().take(TECHNICIAN, TECHNICIAN_PIN);
    assertFalse(lab.room.first().wanted());
    lab.start();
    assertFalse(lab.room.first().wanted());
    assertEquals(
        StaffRole.TECHNICIAN,
        lab.door().signIn(TECHNICIAN, Credentials.pin(TECHNICIAN_PIN)).presence().role());
    Badge second = new Badge("T-8");
    assertEquals(Reason.BADGE_TAKEN, refusal(() -> lab.room.first().take(second, "830264")));
    assertEquals(Reason.BADGE_TAKEN, refusal(() -> lab.room.first().check(second, "830264")));
    assertTrue(
        lab.log().contains("key.changed done by system  part:staff-book {REASON=LISTED, COUNT=1}"),
        lab.log()::toString);
    assertEquals("", lab.outcome(ADMIN, lab.startSecret()), "the administrator's way in stays");
  }

  @Test
  void weakPin_orTheAdministratorsBadge_isNotTaken() throws Exception {
    Lab lab = new Lab(directory);
    assertEquals(Reason.PIN_TOO_WEAK, refusal(() -> lab.room.first().check(TECHNICIAN, "123456")));
    assertEquals(Reason.PIN_TOO_WEAK, refusal(() -> lab.room.first().take(TECHNICIAN, "123456")));
    assertEquals(Reason.BADGE_TAKEN, refusal(() -> lab.room.first().take(ADMIN, TECHNICIAN_PIN)));
    assertTrue(lab.room.first().wanted());
  }

  @Test
  void startSecretWasUsed_orSomebodyWasListed_nobodyIsWanted() throws Exception {
    Lab furnished = Lab.furnished(directory);
    assertFalse(furnished.room.first().wanted());
    assertEquals(
        Reason.BADGE_TAKEN,
        refusal(() -> furnished.room.first().take(new Badge("T-9"), TECHNICIAN_PIN)));
  }
}
