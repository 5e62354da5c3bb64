package egov.kiosk.crypto.sm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import egov.kiosk.domain.envelope.Sm3Digest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StreamedSm3Test {
  private final Sm3Digest digest = new StreamedSm3();

  @Property(tries = 200)
  void finish_anyPieces_isTheHashOfTheWhole(
      @ForAll byte[] bytes, @ForAll @IntRange(min = 1, max = 70) int piece) {
    Sm3Digest.Running running = digest.start();
    for (int at = 0; at < bytes.length; at += piece) {
      running.update(bytes, at, Math.min(piece, bytes.length - at));
    }
    assertArrayEquals(Sm3.digest(bytes), running.finish());
    assertArrayEquals(Sm3.digest(bytes), digest.of(bytes));
  }
}
