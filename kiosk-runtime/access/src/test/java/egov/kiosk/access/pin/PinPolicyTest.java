package egov.kiosk.access.pin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.access.book.PinRecord;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.PinRule;
import java.security.SecureRandom;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinPolicyTest {
  private static final Badge BADGE = new Badge("A-4857");

  @ParameterizedTest
  @CsvSource({
    "SHAPE, 12345",
    "SHAPE, 4829151234567",
    "SHAPE, 48291a",
    "SHAPE, '482 915'",
    "SHAPE, ４８２９１５",
    "REPEATS, 000000",
    "REPEATS, 111222",
    "REPEATS, 582222",
    "REPEATS, 717717",
    "RUN, 123456",
    "RUN, 654321",
    "RUN, 246802",
    "RUN, 912345",
    "RUN, 789012",
    "RUN, 369258147036",
    "BLOCK, 483483",
    "BLOCK, 48294829",
    "DATE, 198503",
    "DATE, 281975",
    "DATE, 19850317",
    "DATE, 850317",
    "DATE, 031720",
    "BADGE, 485731",
    "BADGE, 937584",
    "COMMON, 159357",
    "COMMON, 147258"
  })
  void weakPin_refusedForItsRule(PinRule rule, String pin) {
    assertEquals(Optional.of(rule), PinPolicy.broken(BADGE, pin));
  }

  @ParameterizedTest
  @ValueSource(strings = {"482915", "730461", "915028", "604817", "5184067", "739105264817"})
  void soundPin_taken(String pin) {
    assertEquals(Optional.empty(), PinPolicy.broken(BADGE, pin));
  }

  @Property
  void anyText_answeredWithoutAnError(@ForAll String text) {
    assertTrue(PinPolicy.broken(BADGE, text).isPresent() || text.matches("[0-9]{6,12}"));
  }

  @Test
  void drawnPins_areTakenAndMostOfSixDigitsAreToo() {
    Draw draw = new Draw(new SecureRandom());
    for (int i = 0; i < 500; i++) {
      assertEquals(Optional.empty(), PinPolicy.broken(BADGE, draw.pin(BADGE)));
    }
    int taken = 0;
    for (int pin = 0; pin < 1_000_000; pin += 37) {
      taken += PinPolicy.broken(BADGE, String.format("%06d", pin)).isEmpty() ? 1 : 0;
    }
    assertTrue(taken > 1_000_000 / 37 * 3 / 4, "only " + taken);
  }

  @Test
  void kept_isSaltedPepperedAndMatchesOnlyThePin() {
    SecureRandom random = new SecureRandom();
    byte[] pepper = new byte[32];
    PinHasher hasher = new PinHasher(pepper, random);
    PinRecord kept = hasher.keep("482915");
    assertTrue(hasher.matches(kept, "482915"));
    assertFalse(hasher.matches(kept, "482916"));
    assertFalse(hasher.matches(kept, ""));
    assertNotEquals(kept, hasher.keep("482915"));
    assertFalse(hasher.matches(hasher.nobodys(), "482915"));
    pepper[0] = 1;
    assertFalse(new PinHasher(pepper, random).matches(kept, "482915"), "another machine's pepper");
    String longest = "7".repeat(64);
    assertFalse(hasher.matches(hasher.keep(longest), longest + "7"), "no longer one passes for it");
  }
}
