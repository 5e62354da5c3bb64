package egov.kiosk.emulator.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltInCardsTest {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  @Test
  void names_all_areThePromisedOnes() {
    assertEquals(
        List.of(
            "resident",
            "resident-longterm",
            "hmt",
            "foreigner2017",
            "foreigner2023",
            "expired",
            "rare-name",
            "bad-check-digit",
            "wrong-type",
            "no-portrait"),
        List.copyOf(CardBox.builtIn().names()));
  }

  @Test
  void eighteenDigitNumbers_all_haveRightCheckDigitsExceptOne() {
    for (Card card : BuiltInCards.all()) {
      String number = card.text().get("number");
      if (number.length() == 18) {
        boolean right = number.charAt(17) == checkDigit(number);
        assertEquals(!card.name().equals("bad-check-digit"), right, card.name());
      }
    }
  }

  @Test
  void people_all_areBornIn1900WithTheSexOfTheirNumber() {
    for (Card card : BuiltInCards.all()) {
      assertTrue(card.text().get("birth").startsWith("1900"), card.name());
      String number = card.text().get("number");
      if (number.length() == 18) {
        assertEquals(card.text().get("birth"), number.substring(6, 14), card.name());
        assertEquals(number.charAt(16) % 2 == 1 ? "1" : "2", card.text().get("sex"), card.name());
      }
    }
  }

  @Test
  void rareName_text_holdsSurrogatesAndPrivateUse() {
    String name = CardBox.builtIn().named("rare-name").orElseThrow().text().get("name");
    assertEquals(0x20BB7, name.codePointAt(1));
    assertEquals(Character.PRIVATE_USE, Character.getType(name.codePointAt(3)));
  }

  @Test
  void wrongType_idCard_isTheOnlyOneThatIsNot() {
    BuiltInCards.all()
        .forEach(card -> assertEquals(!card.name().equals("wrong-type"), card.idCard()));
  }

  /** ISO 7064 MOD 11-2, on its own here. */
  private static char checkDigit(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return "10X98765432".charAt(sum % 11);
  }
}
