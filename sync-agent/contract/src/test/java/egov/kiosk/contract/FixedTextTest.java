package egov.kiosk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FixedTextTest {
  @Property
  void instant_anyTime_asTheGeneralReaderReadsIt(
      @ForAll @LongRange(min = -70_000_000_000L, max = 260_000_000_000L) long second,
      @ForAll @IntRange(max = 999_999_999) int nano,
      @ForAll @IntRange(min = 0, max = 9) int digits) {
    int power = (int) Math.pow(10, digits);
    Instant time = Instant.ofEpochSecond(second, nano / power * power);
    assertEquals(time, FixedText.instant(time.toString()));
  }

  @Property
  void instant_anyText_readLikeThatOrRefused(@ForAll String text) {
    Instant[] read = new Instant[1];
    try {
      read[0] = FixedText.instant(text);
    } catch (DateTimeException e) {
      return;
    }
    assertEquals(Instant.parse(text), read[0]);
  }

  @Test
  void instant_noSuchTime_refused() {
    for (String none :
        List.of(
            "2026-13-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-02-03T25:00:00Z",
            "2026-02-03T23:60:00Z",
            "2026-02-03T23:59:61Z",
            "2026-02-03T23:59:5aZ",
            "2026-02-03 23:59:59Z",
            "2026-02-03T23:59:59",
            "")) {
      assertThrows(DateTimeException.class, () -> FixedText.instant(none), none);
    }
  }

  @Test
  void words_otherThanExpected_refused() {
    FixedText text = new FixedText("{\"a\":null,\"b\":\"c\",\"d\":\"");
    assertEquals(Optional.empty(), text.skip("{\"a\":").textOrNull());
    assertEquals("c", text.skip(",\"b\":").text());
    assertThrows(IllegalArgumentException.class, () -> text.skip(",\"e\":"));
    assertThrows(IllegalArgumentException.class, () -> text.skip(",\"d\":").text());
  }
}
