package egov.kiosk.emulator.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  private static final Set<String> KNOWN = Set.of("out", "port");

  @Test
  void repeatedOption_all_keepsOrderAndValueIsLast() throws UsageException {
    Options options = Options.parse(List.of("--out", "a", "--out", "b"), KNOWN);
    assertEquals(List.of("a", "b"), options.all("out"));
    assertEquals(Optional.of("b"), options.value("out"));
  }

  @Test
  void absentOption_number_isTheOtherwise() throws UsageException {
    assertEquals(7, Options.parse(List.of(), KNOWN).number("port", 7, 0, 9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "10", "x", "", "99999999999"})
  void impossibleNumber_number_isRefused(String word) throws UsageException {
    Options options = Options.parse(List.of("--port", word), KNOWN);
    assertThrows(UsageException.class, () -> options.number("port", 0, 0, 9));
  }

  @Test
  void unknownStrayOrValuelessWord_parse_isRefused() {
    for (List<String> words :
        List.of(List.of("--size", "1"), List.of("out", "1"), List.of("--out"))) {
      assertThrows(UsageException.class, () -> Options.parse(words, KNOWN));
    }
  }

  @Test
  void absentOption_required_isRefused() throws UsageException {
    Options options = Options.parse(List.of(), KNOWN);
    assertThrows(UsageException.class, () -> options.required("out"));
  }
}
