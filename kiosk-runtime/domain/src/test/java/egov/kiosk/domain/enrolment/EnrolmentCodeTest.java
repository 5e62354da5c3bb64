package egov.kiosk.domain.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnrolmentCodeTest {
  private final Random random = new Random(1);

  @Test
  void drawn_typedInAnyWay_isTheSame() {
    for (int i = 0; i < 500; i++) {
      EnrolmentCode code = EnrolmentCode.draw(random);
      assertTrue(code.typed().matches("(.{4}-){3}.{4}"), "four groups");
      assertEquals(Optional.of(code), EnrolmentCode.parse(code.typed()));
      assertEquals(
          Optional.of(code),
          EnrolmentCode.parse(
              " " + code.typed().toLowerCase(Locale.ROOT).replace("-", " ").replace('0', 'o')));
      assertFalse(code.toString().contains(code.secret()));
    }
  }

  @Test
  void oneWrongCharacterOrTwoSwapped_isNoCode() {
    for (int i = 0; i < 200; i++) {
      String typed = EnrolmentCode.draw(random).typed().replace("-", "");
      for (int at = 0; at < 15; at++) {
        char other = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(random.nextInt(32));
        if (other != typed.charAt(at)) {
          String wrong = typed.substring(0, at) + other + typed.substring(at + 1);
          assertTrue(EnrolmentCode.parse(wrong).isEmpty(), "a wrong character passes");
        }
        if (at < 14 && typed.charAt(at) != typed.charAt(at + 1)) {
          String swapped =
              typed.substring(0, at)
                  + typed.charAt(at + 1)
                  + typed.charAt(at)
                  + typed.substring(at + 2);
          assertTrue(EnrolmentCode.parse(swapped).isEmpty(), "swapped neighbours pass");
        }
      }
    }
  }

  @Test
  void anyText_neverBreaksTheReader() {
    for (int i = 0; i < 5000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(80); n > 0; n--) {
        text.append((char) random.nextInt(0x300));
      }
      assertTrue(EnrolmentCode.parse(text).isEmpty());
    }
  }

  @Test
  void drawn_manyTimes_neverTwice() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      assertTrue(seen.add(EnrolmentCode.draw(random).secret()));
    }
  }

  @Test
  void names_ofOthers_areNotFree() {
    for (String name :
        new String[] {
          "platform",
          "platform-sign",
          "platform2",
          "seal-maker",
          "laboratory-ca",
          "lab-root",
          "town-issuing",
          "gateway-1",
          "line-kiosk",
          "Kiosk",
          "a b",
          "",
          "x".repeat(33),
          "küche"
        }) {
      assertFalse(KioskNames.free(name), name);
    }
    assertTrue(KioskNames.free("zj-hz-000001"));
  }
}
