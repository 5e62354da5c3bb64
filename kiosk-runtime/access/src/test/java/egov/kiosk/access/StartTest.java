package egov.kiosk.access;

import static egov.kiosk.access.Lab.ADMIN;
import static egov.kiosk.access.Lab.ADMIN_PIN;
import static egov.kiosk.access.Lab.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.AccessException.Reason;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.Credentials;
import egov.kiosk.domain.access.SignedIn;
import egov.kiosk.domain.access.StaffRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kiosk nobody has signed in at yet. */
class StartTest {
  @TempDir Path directory;

  @Test
  @DisplayName("J03 no secret is the same at two kiosks, and there is no other way in")
  void j03_firstStart_secretOfThisKioskOnly() throws Exception {
    Lab lab = new Lab(directory.resolve("one"));
    Lab other = new Lab(directory.resolve("two"));
    String secret = lab.startSecret();
    assertTrue(secret.matches("[a-z2-9]{5}(-[a-z2-9]{5}){4}"), "its shape");
    assertNotEquals(secret, other.startSecret());
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(lab.place.startSecret()));
    assertEquals("REFUSED 4", other.outcome(ADMIN, secret));
    for (String guess : List.of("admin", "", "000000")) {
      assertTrue(other.outcome(ADMIN, guess).startsWith("REFUSED"));
    }
    assertEquals(
        List.of("key.changed done by system  part:staff-book {REASON=FOUNDED, COUNT=1}"),
        lab.log());
  }

  @Test
  void startSecret_deletedWhenUsedAndGoodForAPinAndACardOnly() throws Exception {
    Lab lab = new Lab(directory);
    String secret = lab.startSecret();
    SignedIn in = lab.door().signIn(ADMIN, Credentials.pin(secret));
    assertTrue(in.presence().limited());
    assertFalse(Files.exists(lab.place.startSecret()));
    String token = in.token();
    assertEquals(Reason.LIMITED, refusal(() -> lab.office().list(token)));
    assertEquals(
        Reason.LIMITED,
        refusal(() -> lab.office().addCard(token, ADMIN, Lab.point(lab.card))),
        "first a PIN of one's own");
    lab.door().changePin(token, secret, ADMIN_PIN);
    assertEquals(Reason.LIMITED, refusal(() -> lab.office().list(token)));
    assertEquals(
        Reason.LIMITED,
        refusal(() -> lab.office().addCard(token, new Badge("B-2"), Lab.point(lab.card))));
    lab.office().addCard(token, ADMIN, Lab.point(lab.card));
    assertEquals(Reason.NOT_SIGNED_IN, refusal(() -> lab.office().list(token)));
    assertEquals("REFUSED 4", lab.outcome(ADMIN, ADMIN_PIN), "now both are needed");
    assertEquals(1, lab.office().list(lab.administrator()).size());
    assertEquals("REFUSED 3", lab.outcome(ADMIN, secret), "the secret is no PIN any more");
  }

  @Test
  void startSecretLost_kioskStartedAgain_stillTheSame() throws Exception {
    Lab lab = new Lab(directory);
    String secret = lab.startSecret();
    lab.start();
    assertEquals(secret, lab.startSecret());
    assertEquals("", lab.outcome(ADMIN, secret));
    lab.start();
    assertEquals("", lab.outcome(ADMIN, secret), "until it is changed into a PIN");
  }

  @Test
  void laboratoryWithoutCards_pinIsEnoughWhenConfiguredSo() throws Exception {
    Lab lab = new Lab(directory);
    lab.settings =
        new AccessSettings(false, Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(8));
    String secret = lab.startSecret();
    String token = lab.door().signIn(ADMIN, Credentials.pin(secret)).token();
    lab.door().changePin(token, secret, ADMIN_PIN);
    String full = lab.door().signIn(ADMIN, Credentials.pin(ADMIN_PIN)).token();
    lab.office().add(full, Lab.COUNTER, StaffRole.COUNTER, Optional.of(Lab.PIN));
    assertEquals("", lab.outcome(Lab.COUNTER, Lab.PIN));
    assertTrue(lab.room.check().check(Duration.ofSeconds(1)).what().contains("no key card"));
  }

  @Test
  void lastAdministrator_cannotBeRemoved() throws Exception {
    Lab lab = Lab.furnished(directory);
    String token = lab.administrator();
    assertEquals(Reason.LAST_ADMINISTRATOR, refusal(() -> lab.office().remove(token, ADMIN)));
    String card = lab.office().list(token).get(2).cards().get(0);
    assertEquals(
        Reason.LAST_ADMINISTRATOR, refusal(() -> lab.office().removeCard(token, ADMIN, card)));
  }

  @Test
  void book_hasNoneOfThePinsInIt() throws Exception {
    Lab lab = Lab.furnished(directory);
    String book =
        new String(
            Files.readAllBytes(lab.place.book()), java.nio.charset.StandardCharsets.ISO_8859_1);
    for (String secret : List.of(Lab.PIN, ADMIN_PIN, "1001", "COUNTER", "admin")) {
      assertFalse(book.contains(secret));
    }
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(lab.place.book()));
  }

  @Test
  void office_addsChangesAndRemoves() throws Exception {
    Lab lab = Lab.furnished(directory);
    String token = lab.administrator();
    Badge fresh = new Badge("1002");
    assertEquals(
        Reason.BADGE_TAKEN,
        refusal(() -> lab.office().add(token, Lab.COUNTER, StaffRole.COUNTER, Optional.empty())));
    assertEquals(
        Reason.PIN_TOO_WEAK,
        refusal(() -> lab.office().add(token, fresh, StaffRole.COUNTER, Optional.of("123456"))));
    assertEquals(Reason.NO_SUCH_BADGE, refusal(() -> lab.office().remove(token, fresh)));
    assertEquals(Reason.NO_SUCH_BADGE, refusal(() -> lab.office().unlock(token, fresh)));
    assertEquals(
        Reason.NO_SUCH_BADGE, refusal(() -> lab.office().reset(token, fresh, Optional.empty())));
    assertEquals(
        Reason.CARD_REFUSED, refusal(() -> lab.office().addCard(token, Lab.COUNTER, "none")));
    String drawn = lab.office().reset(token, Lab.COUNTER, Optional.empty()).orElseThrow();
    assertEquals("REFUSED 4", lab.outcome(Lab.COUNTER, Lab.PIN));
    assertTrue(lab.door().signIn(Lab.COUNTER, Credentials.pin(drawn)).presence().limited());
    lab.office().remove(token, Lab.COUNTER);
    assertEquals("REFUSED 4", lab.outcome(Lab.COUNTER, drawn));
    String technician = lab.technician();
    assertEquals(
        Reason.ROLE_TOO_LOW,
        refusal(
            () -> lab.office().add(technician, fresh, StaffRole.ADMINISTRATOR, Optional.empty())));
  }

  @Test
  void pinHistory_oldOnesAreNotTakenAgain() throws Exception {
    Lab lab = Lab.furnished(directory);
    String token = lab.counter().token();
    lab.door().changePin(token, Lab.PIN, "518206");
    AccessException refused = null;
    for (String old : List.of("518206", Lab.PIN)) {
      try {
        lab.door().changePin(token, "518206", old);
      } catch (AccessException e) {
        refused = e;
        assertEquals("Optional[USED_BEFORE]", e.rule().toString());
      }
      assertEquals(Reason.PIN_TOO_WEAK, refused.reason());
    }
    assertEquals(Reason.REFUSED, refusal(() -> lab.door().changePin(token, Lab.WRONG, "604193")));
  }
}
