package egov.kiosk.idcardreader.sdt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D01: no exception, whatever comes. {@code -Dkiosk.fuzz=10000000} makes the run a long one. */
class FrameFuzzTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void frames_ofEveryBadKind_areTakenOrDropped(long seed) {
    FrameFuzz fuzz = new FrameFuzz(seed);
    fuzz.run(Long.getLong("kiosk.fuzz", 30_000));
    assertTrue(fuzz.answers() > 1_000, fuzz.toString());
  }
}
