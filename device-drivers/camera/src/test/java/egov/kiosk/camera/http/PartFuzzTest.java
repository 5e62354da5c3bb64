package egov.kiosk.camera.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts as no camera sends them. {@code -Dkiosk.fuzz=10000000} makes the run a long one. */
class PartFuzzTest {
  private static final int MOST = 1000;
  private static final byte[] GOOD =
      ("--b\r\nContent-Type: image/jpeg\r\nContent-Length: 20\r\n\r\n" + "x".repeat(20))
          .concat("\r\n--b\r\n\r\n" + "y".repeat(30) + "\r\n--b--\r\n")
          .getBytes(ISO_8859_1);

  /** Only an IOException may come out, and no part above the limit. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void damagedBytes_endInAPictureOrARefusal(long seed) {
    Random random = new Random(seed);
    for (long left = Long.getLong("kiosk.fuzz", 3_000); left > 0; left--) {
      byte[] bytes = GOOD.clone();
      for (int damages = 1 + random.nextInt(20); damages > 0; damages--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      read(Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length)));
    }
  }

  private static void read(byte[] bytes) {
    PartReader reader = new PartReader(new ByteArrayInputStream(bytes), "b", MOST);
    try {
      for (Optional<byte[]> part = reader.next(); part.isPresent(); part = reader.next()) {
        assertTrue(part.get().length <= MOST);
      }
    } catch (IOException expected) {
      assertTrue(expected.getMessage().length() < 100);
    }
  }
}
