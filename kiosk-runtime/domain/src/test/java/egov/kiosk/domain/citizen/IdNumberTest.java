package egov.kiosk.domain.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberTest {
  /** Synthetic numbers, worked by hand after GB 11643-1999: nobody living has them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "35010019000101999X",
        "810000190001019987",
        "830000190001019972",
        "935840190001019983"
      })
  void numbersWithTheRightCheckCharacter_areTaken(String number) {
    assertEquals(number, IdNumber.of(number).value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "350100190001019990",
        "35010019000101999x",
        "3501001900010199X",
        "35010019000101999XX",
        "３5010019000101999X",
        "ABC012345678901",
        "",
        "------------------"
      })
  void otherTexts_areRefusedWithoutBeingRepeated(String text) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> IdNumber.of(text));
    assertFalse(text.length() > 3 && refused.getMessage().contains(text));
  }

  @Property
  void everyBodyOf17Digits_hasExactlyOneCheckCharacter(
      @ForAll @NumericChars @StringLength(17) String body) {
    long taken =
        "0123456789X"
            .chars()
            .filter(
                check -> {
                  try {
                    IdNumber.of(body + (char) check);
                    return true;
                  } catch (IllegalArgumentException e) {
                    return false;
                  }
                })
            .count();
    assertEquals(1, taken);
  }

  @Property
  void oneWrongDigit_isAlwaysNoticed(
      @ForAll @NumericChars @StringLength(17) String body,
      @ForAll @IntRange(max = 16) int place,
      @ForAll @IntRange(min = 1, max = 9) int change) {
    String number = body + IdNumber.checkCharacter(body);
    char wrong = (char) ('0' + (number.charAt(place) - '0' + change) % 10);
    String changed = number.substring(0, place) + wrong + number.substring(place + 1);
    assertThrows(IllegalArgumentException.class, () -> IdNumber.of(changed));
  }

  @Test
  void foreignNumber_hasItsOwnCheckDigit() {
    String body = "USA11000001010";
    String number = body + IdNumber.foreignCheckDigit(body);
    assertEquals(number, IdNumber.of(number).value());
    char wrong = number.charAt(14) == '0' ? '1' : '0';
    assertThrows(IllegalArgumentException.class, () -> IdNumber.of(body + wrong));
  }

  @Test
  void textForm_isMasked() {
    IdNumber number = IdNumber.of("35010019000101999X");
    assertEquals("3501**********999X", number.masked());
    assertEquals(number.masked(), number.toString());
  }
}
