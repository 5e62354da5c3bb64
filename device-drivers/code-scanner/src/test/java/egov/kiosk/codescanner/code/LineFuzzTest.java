package egov.kiosk.codescanner.code;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes as no scanner says them. {@code -Dkiosk.fuzz=10000000} makes the run a long one. */
class LineFuzzTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void lines_ofAnyBytes_areJudgedAndNeverTooLong(long seed) {
    Random random = new Random(seed);
    LineCollector collector = new LineCollector();
    CodeRule rule = new CodeRule(4, 64, Alphabet.BASE64);
    long lines = 0;
    for (long left = Long.getLong("kiosk.fuzz", 20_000); left > 0; left--) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      for (byte one : bytes) {
        byte said = random.nextInt(20) == 0 ? (byte) '\r' : one;
        byte[] line = collector.accept(said).orElse(null);
        if (line != null) {
          lines++;
          assertTrue(line.length <= CodeRule.LONGEST + 1);
          rule.allows(line);
        }
      }
      if (random.nextInt(10) == 0) {
        collector.still().ifPresent(rule::allows);
      }
    }
    assertTrue(lines > 0);
  }
}
