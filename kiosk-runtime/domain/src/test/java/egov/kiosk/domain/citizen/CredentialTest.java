package egov.kiosk.domain.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialTest {
  private static final IdNumber NUMBER = IdNumber.of("35010019000101999X");
  private static final PersonName NAME = new PersonName("测试用");
  private static final StaffCheck CHECK = new StaffCheck("1001", Instant.EPOCH);

  private static SocialCard social(IdNumber number) {
    return new SocialCard(
        "2.00", "A12345678", "", Optional.empty(), Optional.empty(), number, NAME, Sex.MALE);
  }

  @Test
  void number_saysDayOfBirthAndSex() {
    assertEquals(Optional.of(LocalDate.of(1900, 1, 1)), NUMBER.birthDate());
    assertEquals(Sex.MALE, NUMBER.sex());
    assertEquals(Sex.FEMALE, IdNumber.of("11010519491231002X").sex());
    assertEquals(
        Optional.of(LocalDate.of(1900, 1, 1)), IdNumber.of("935840190001019983").birthDate());
  }

  @Test
  void numberWithoutSuchADay_isNobodysCard() {
    // The check character is right; there is no thirteenth month.
    IdNumber impossible = IdNumber.of("350100190013019997");
    assertTrue(impossible.birthDate().isEmpty());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> social(impossible));
    assertFalse(refused.getMessage().contains("3501"), "never the number");
    assertThrows(
        IllegalArgumentException.class, () -> new CodeHolder(NAME, impossible, Optional.empty()));
  }

  @Test
  void child_isOneByTheNumberAlone() {
    SocialCard card = social(IdNumber.of("110105201301010020"));
    assertTrue(card.needsGuardianAt(Instant.parse("2027-01-01T03:00:00Z")));
    assertFalse(card.needsGuardianAt(Instant.parse("2027-01-02T03:00:00Z")));
  }

  @Test
  void lastDayOfValidity_stillCounts() {
    LocalDate day = LocalDate.of(2026, 11, 22);
    CodeHolder holder = new CodeHolder(NAME, NUMBER, Optional.of(day));
    assertFalse(holder.expiredOn(day));
    assertTrue(holder.expiredOn(day.plusDays(1)));
    assertFalse(new CodeHolder(NAME, NUMBER, Optional.empty()).expiredOn(day));
  }

  @Test
  void staffBesideWhatHasNoPortrait_verifiesNobody() {
    assertEquals(IdentityLevel.CARD, VerifiedCitizen.byCard(social(NUMBER)).level());
    assertEquals(IdentityLevel.CARD, VerifiedCitizen.byStaff(social(NUMBER), CHECK).level());
    assertEquals(
        IdentityLevel.VERIFIED,
        VerifiedCitizen.byStaff((Credential) Samples.card(), CHECK).level());
  }

  @Test
  void texts_areMasked() {
    for (Credential shown :
        new Credential[] {social(NUMBER), new CodeHolder(NAME, NUMBER, Optional.empty())}) {
      assertFalse(shown.toString().contains(NUMBER.value()));
      assertFalse(shown.toString().contains(NAME.value()));
    }
  }
}
