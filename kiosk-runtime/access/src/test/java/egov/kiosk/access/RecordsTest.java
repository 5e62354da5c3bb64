package egov.kiosk.access;

import static egov.kiosk.access.Lab.ADMIN;
import static egov.kiosk.access.Lab.COUNTER;
import static egov.kiosk.access.Lab.PIN;
import static egov.kiosk.access.Lab.TECHNICIAN;
import static egov.kiosk.access.Lab.WRONG;
import static egov.kiosk.access.Lab.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.access.AccessException.Reason;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.Credentials;
import egov.kiosk.domain.access.StaffRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the audit log hears. When is the log's own to say. */
class RecordsTest {
  @TempDir Path directory;
  private Lab lab;

  @BeforeEach
  void open() throws Exception {
    lab = Lab.furnished(directory);
    lab.heard.clear();
  }

  @Test
  @DisplayName("J07 everything has who, what and result")
  void j07_everything_isRecorded() throws Exception {
    String administrator = lab.administrator();
    lab.office().reset(administrator, COUNTER, Optional.of("518206"));
    lab.outcome(COUNTER, WRONG);
    lab.outcome(new Badge("4711"), WRONG);
    lab.door().confirm(COUNTER, "518206", StaffRole.COUNTER);
    lab.office().unlock(lab.technician(), COUNTER);
    lab.office().remove(administrator, COUNTER);
    lab.door().signOut(administrator);
    assertEquals(
        List.of(
            "sign-in done by technician admin  {REASON=PIN_AND_CARD}",
            "key.changed begun by technician admin badge:1001 {REASON=PIN_RESET}",
            "key.changed done by technician admin badge:1001 {REASON=PIN_RESET}",
            "sign-in refused by staff 1001  {REASON=WRONG_PIN, COUNT=1}",
            "sign-in refused by staff   {REASON=UNKNOWN_BADGE, COUNT=1}",
            "sign-in done by staff 1001  {REASON=ONE_DEED}",
            "sign-in done by technician T-7  {REASON=PIN}",
            "key.changed begun by technician T-7 badge:1001 {REASON=UNLOCKED}",
            "key.changed done by technician T-7 badge:1001 {REASON=UNLOCKED}",
            "key.changed begun by technician admin badge:1001 {REASON=REMOVED}",
            "key.changed done by technician admin badge:1001 {REASON=REMOVED}",
            "sign-out done by technician admin  {REASON=SIGNED_OUT}"),
        lab.log());
  }

  @Test
  @DisplayName("J07 a lock-out is recorded, hammering after it once a minute")
  void j07_hammering_doesNotFillTheLog() {
    for (int i = 0; i < 5; i++) {
      lab.outcome(COUNTER, WRONG);
    }
    assertEquals(
        "sign-in refused by staff 1001  {REASON=LOCKED_OUT, SECONDS=60}", lab.log().get(5));
    lab.heard.clear();
    for (int i = 0; i < 500; i++) {
      lab.pass(Duration.ofMillis(100));
      lab.outcome(COUNTER, WRONG);
    }
    assertEquals(
        List.of("sign-in refused by staff 1001  {REASON=LOCKED_UNSEEN, COUNT=1}"), lab.log());
  }

  @Test
  @DisplayName("J07 what was typed for a badge nobody has is not in the log: it may be a PIN")
  void j07_pinTypedAsBadge_notRecorded() {
    lab.outcome(new Badge(PIN), "1001");
    assertFalse(lab.log().toString().contains(PIN), lab.log().toString());
  }

  @Test
  void nothing_saysPinsOrTokens() throws Exception {
    String token = lab.administrator();
    lab.office().addCard(token, COUNTER, Lab.point(lab.card));
    Credentials both = Credentials.both(PIN, lab.answer(COUNTER, lab.card));
    String said =
        lab.log() + both.toString() + lab.door().signIn(COUNTER, both) + both.card().orElseThrow();
    for (String secret : List.of(PIN, Lab.ADMIN_PIN, token)) {
      assertFalse(said.contains(secret));
    }
    assertFalse(said.matches("(?s).*[0-9a-f]{32}.*"), "no token, no nonce");
  }

  @Test
  void auditLogFull_nothingIsChangedButPeopleGetIn() throws Exception {
    String token = lab.administrator();
    lab.auditFull = true;
    assertEquals(
        Reason.NOT_RECORDED,
        refusal(
            () -> lab.office().add(token, new Badge("X"), StaffRole.COUNTER, Optional.empty())));
    assertEquals(
        Reason.NOT_RECORDED, refusal(() -> lab.office().reset(token, COUNTER, Optional.empty())));
    assertEquals(Reason.NOT_RECORDED, refusal(() -> lab.office().remove(token, TECHNICIAN)));
    String technician = lab.technician();
    assertEquals(
        Reason.NOT_RECORDED,
        refusal(() -> lab.door().changePin(technician, Lab.TECHNICIAN_PIN, "518206")));
    assertEquals(3, lab.office().list(technician).size());
    assertEquals("", lab.outcome(COUNTER, PIN));
    assertTrue(lab.office().list(token).stream().anyMatch(entry -> entry.badge().equals(ADMIN)));
  }
}
