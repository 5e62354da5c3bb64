package egov.kiosk.link.capture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Captures somebody bent. {@code -Dkiosk.fuzz=1000000} makes the run a long one. */
class CaptureFuzzTest {
  private static final String GOOD =
      Capture.head("printer")
          + "0.000 open\n0.001 > 100401\n0.002 < 12\n0.003 call print\n0.100 end PAPER_OUT\n"
          + "0.101 state OFFLINE PAPER_OUT\n1.000 lost\n2.000 absent\n3.000 left-out 70000\n";

  @Test
  void text_bentAnywhere_isReadOrRefusedWithAShortMessage() {
    Random random = new Random(1);
    long refused = 0;
    for (long left = Long.getLong("kiosk.fuzz", 20_000); left > 0; left--) {
      StringBuilder text = new StringBuilder(GOOD);
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x180));
      }
      try {
        new Script(Capture.parse(text.toString()), Masking.EVERYTHING).to(new byte[] {1});
      } catch (IllegalArgumentException e) {
        refused++;
        assertTrue(e.getMessage().length() < 200, e.getMessage());
      }
    }
    assertTrue(refused > 0);
  }
}
