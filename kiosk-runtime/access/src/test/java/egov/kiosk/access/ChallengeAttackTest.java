package egov.kiosk.access;

import static egov.kiosk.access.Lab.ADMIN;
import static egov.kiosk.access.Lab.ADMIN_PIN;
import static egov.kiosk.access.Lab.COUNTER;
import static egov.kiosk.access.Lab.TECHNICIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.CardAnswer;
import egov.kiosk.domain.access.Challenge;
import egov.kiosk.domain.access.Credentials;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that were not given by this card, to this kiosk, now. */
class ChallengeAttackTest {
  @TempDir Path directory;
  private Lab lab;
  private Sm2PrivateKey card;

  @BeforeEach
  void open() throws Exception {
    lab = Lab.furnished(directory);
    card = Sm2PrivateKey.generate(lab.random);
    lab.office().addCard(lab.administrator(), TECHNICIAN, Lab.point(card));
  }

  private String outcome(CardAnswer answer) {
    return lab.outcome(TECHNICIAN, Credentials.card(answer));
  }

  @Test
  void answerOfTheCard_letsInWithoutPin() throws Exception {
    assertEquals("", outcome(lab.answer(TECHNICIAN, card)));
  }

  @Test
  @DisplayName("J02 the same answer again")
  void j02_replayed_refused() throws Exception {
    CardAnswer answer = lab.answer(TECHNICIAN, card);
    assertEquals("", outcome(answer));
    assertEquals("REFUSED 0", outcome(answer));
    lab.start();
    assertEquals("REFUSED 0", outcome(answer), "nor after a start");
  }

  @Test
  @DisplayName("J02 a wrong answer spends the challenge")
  void j02_wrongAnswerFirst_rightOneComesTooLate() throws Exception {
    Challenge challenge = lab.door().challenge(TECHNICIAN);
    assertEquals("REFUSED 0", outcome(new CardAnswer(challenge.nonce(), new byte[70])));
    assertEquals("REFUSED 0", outcome(lab.answer(challenge, card)));
  }

  @Test
  @DisplayName("J02 an answer a card gave another kiosk")
  void j02_otherKiosksAnswer_refused() throws Exception {
    Challenge here = lab.door().challenge(TECHNICIAN);
    String there = here.text().replace("fz-gl-000001", "fz-gl-000002");
    assertNotEquals(here.text(), there);
    assertEquals("REFUSED 0", outcome(new CardAnswer(here.nonce(), lab.sign(there, card))));
  }

  @Test
  @DisplayName("J02 a challenge relayed from another kiosk, with that kiosk's nonce")
  void j02_otherKiosksNonce_refused() throws Exception {
    Lab other = new Lab(directory.resolve("other"));
    Challenge there = other.door().challenge(TECHNICIAN);
    assertEquals("REFUSED 0", outcome(lab.answer(there, card)));
  }

  @Test
  @DisplayName("J02 an old nonce")
  void j02_afterSixtySeconds_refused() throws Exception {
    Challenge old = lab.door().challenge(TECHNICIAN);
    lab.pass(Duration.ofSeconds(61));
    assertEquals("REFUSED 0", outcome(lab.answer(old, card)));
    Challenge again = lab.door().challenge(TECHNICIAN);
    lab.now = lab.now.minus(Duration.ofDays(1));
    lab.nanos += Duration.ofSeconds(61).toNanos();
    assertEquals("REFUSED 0", outcome(lab.answer(again, card)), "also with the clock turned back");
  }

  @Test
  @DisplayName("J02 an answer to somebody else's challenge")
  void j02_otherBadgesChallenge_refused() throws Exception {
    Challenge others = lab.door().challenge(COUNTER);
    assertEquals("REFUSED 0", outcome(lab.answer(others, card)));
  }

  @Test
  @DisplayName("J02 another card's answer, and a card that was taken out of force")
  void j02_otherCard_refused() throws Exception {
    assertEquals("REFUSED 0", outcome(lab.answer(TECHNICIAN, lab.card)));
    String administrator = lab.administrator();
    String fingerprint =
        lab.office().list(administrator).stream()
            .filter(entry -> entry.badge().equals(TECHNICIAN))
            .findFirst()
            .orElseThrow()
            .cards()
            .get(0);
    lab.office().removeCard(administrator, TECHNICIAN, fingerprint);
    assertEquals("REFUSED 0", outcome(lab.answer(TECHNICIAN, card)));
  }

  @Test
  void administrator_needsBoth() throws Exception {
    assertEquals("REFUSED 0", lab.outcome(ADMIN, Credentials.card(lab.answer(ADMIN, lab.card))));
    assertEquals("REFUSED 4", lab.outcome(ADMIN, ADMIN_PIN));
    assertEquals(
        "REFUSED 4", lab.outcome(ADMIN, Credentials.both(Lab.WRONG, lab.answer(ADMIN, lab.card))));
    assertEquals(
        "REFUSED 3", lab.outcome(ADMIN, Credentials.both(ADMIN_PIN, lab.answer(ADMIN, card))));
    assertEquals("", lab.outcome(ADMIN, Credentials.both(ADMIN_PIN, lab.answer(ADMIN, lab.card))));
  }

  @Test
  void wrongCardWithRightPin_refused() throws Exception {
    assertEquals(
        "REFUSED 4",
        lab.outcome(
            TECHNICIAN, Credentials.both(Lab.TECHNICIAN_PIN, lab.answer(TECHNICIAN, lab.card))));
  }

  @Test
  void challenge_saysWhatIsSignedAndLooksTheSameForAnybody() throws Exception {
    Challenge known = lab.door().challenge(TECHNICIAN);
    Challenge unknown = lab.door().challenge(new Badge("T-8"));
    assertTrue(
        known
            .text()
            .matches(
                "egov.kiosk sign-in 1\nkiosk fz-gl-000001\nbadge T-7\n"
                    + "time 2026-11-22T06:00:00Z\nnonce [0-9a-f]{64}\n"),
        known.text());
    assertEquals(
        known.text().replaceAll("T-7|[0-9a-f]{64}", ""),
        unknown.text().replaceAll("T-8|[0-9a-f]{64}", ""));
    assertNotEquals(known.nonce(), lab.door().challenge(TECHNICIAN).nonce());
  }

  @Test
  void manyChallengesOfAStranger_leaveOthersInForce() throws Exception {
    Challenge mine = lab.door().challenge(TECHNICIAN);
    for (int i = 0; i < 200; i++) {
      lab.door().challenge(new Badge("S-" + i));
    }
    assertEquals("", outcome(lab.answer(mine, card)));
  }
}
