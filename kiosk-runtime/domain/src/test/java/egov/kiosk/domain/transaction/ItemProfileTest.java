package egov.kiosk.domain.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemProfileTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private static ItemProfile profile(
      OutcomeKind outcome, Optional<PaymentHandover> payment, List<String> bundle, int seconds) {
    return new ItemProfile(
        Verification.FACE_OR_STAFF,
        Listing.NONE,
        outcome,
        payment,
        Map.of("form", seconds),
        bundle,
        Optional.empty());
  }

  @Test
  void days_countedFromTheDayWithoutClosedOnes() {
    List<Choice> choices = new OpenDays(0, 4, WEEKEND).on(FRIDAY);
    assertEquals(
        List.of("2026-11-20", "2026-11-23", "2026-11-24"),
        choices.stream().map(Choice::value).toList());
    assertEquals("11月23日 星期一", choices.get(1).label());
  }

  @Property(tries = 300)
  void days_everyStart_offersTwoToTwentyOpenOnes(
      @ForAll @IntRange(min = 0, max = 40) int from,
      @ForAll @IntRange(min = 0, max = 60) int to,
      @ForAll Set<DayOfWeek> closed,
      @ForAll @IntRange(min = 0, max = 3000) int start) {
    OpenDays days;
    try {
      days = new OpenDays(from, to, closed);
    } catch (IllegalArgumentException e) {
      return;
    }
    List<Choice> choices = days.on(FRIDAY.plusDays(start));
    assertTrue(choices.size() >= 2 && choices.size() <= 20);
    choices.forEach(
        choice -> assertTrue(!closed.contains(LocalDate.parse(choice.value()).getDayOfWeek())));
  }

  @Test
  void daysWithoutEnoughOpenOnes_refused() {
    assertThrows(IllegalArgumentException.class, () -> new OpenDays(0, 1, WEEKEND));
    assertThrows(IllegalArgumentException.class, () -> new OpenDays(0, 30, Set.of()));
    assertThrows(IllegalArgumentException.class, () -> new OpenDays(5, 4, Set.of()));
  }

  @Test
  void payment_numberStandsInTheAddress() {
    PaymentHandover payment = new PaymentHandover("https://pay.example:8443/a?n={number}&x=1", "局");
    assertEquals("https://pay.example:8443/a?n=3501-02&x=1", payment.urlFor("3501-02"));
    assertThrows(IllegalArgumentException.class, () -> payment.urlFor("1&evil=2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.example/{number}",
        "https://a.example/",
        "https://a.example/{number}{number}"
      })
  void paymentElsewhere_refused(String url) {
    assertThrows(IllegalArgumentException.class, () -> new PaymentHandover(url, "局"));
  }

  @Test
  void profile_partsFitTogether() {
    Optional<PaymentHandover> payment =
        Optional.of(new PaymentHandover("https://a.example/{number}", "局"));
    assertMember("payment", () -> profile(OutcomeKind.PAYMENT, Optional.empty(), List.of(), 60));
    assertMember("payment", () -> profile(OutcomeKind.SLIP, payment, List.of(), 60));
    assertMember("timeouts", () -> profile(OutcomeKind.SLIP, Optional.empty(), List.of(), 9));
    assertMember("bundle", () -> profile(OutcomeKind.SLIP, Optional.empty(), List.of("A"), 60));
    assertMember(
        "bundle", () -> profile(OutcomeKind.SLIP, Optional.empty(), List.of("A", "A"), 60));
    assertEquals(2, profile(OutcomeKind.PAYMENT, payment, List.of("A", "B"), 60).bundle().size());
  }

  private static void assertMember(String member, Runnable made) {
    assertEquals(member, assertThrows(MemberRefusedException.class, made::run).member());
  }

  @ParameterizedTest
  @ValueSource(strings = {"35010", "350100x", "035010"})
  void region_sixDigits(String region) {
    assertThrows(IllegalArgumentException.class, () -> new Jurisdiction(region, List.of()));
  }

  @Test
  void provinces_allOrEachOnce() {
    assertEquals(List.of("ALL"), new Jurisdiction("350100", List.of("ALL")).crossProvince());
    new Jurisdiction("350100", List.of("110000", "310000"));
    for (List<String> wrong :
        List.of(List.of("ALL", "110000"), List.of("110000", "110000"), List.of("110100"))) {
      assertThrows(IllegalArgumentException.class, () -> new Jurisdiction("350100", wrong));
    }
  }

  @Test
  void listing_initialsAndNumberBounded() {
    assertThrows(IllegalArgumentException.class, () -> new Listing(Set.of(), "YL", 1));
    assertThrows(IllegalArgumentException.class, () -> new Listing(Set.of(), "yl", 10_000));
  }
}
