package egov.kiosk.identity.emulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.identity.TestCache;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Photo blocks for tests. */
public final class Blocks {
  private Blocks() {}

  /** The block of an emulated card around an image. */
  public static byte[] of(byte[] image) {
    byte[] block = Arrays.copyOf("EWLT1\0".getBytes(US_ASCII), Portrait.BLOCK_BYTES);
    block[6] = (byte) image.length;
    block[7] = (byte) (image.length >> 8);
    System.arraycopy(image, 0, block, 8, image.length);
    return block;
  }

  /** The portrait of the sample faces. */
  public static Portrait demoPortrait() {
    return new Portrait(of(TestCache.bytes(TestCache.face("portrait.webp"))));
  }

  /** A test resource. */
  public static byte[] resource(String path) {
    try (InputStream in = Blocks.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(path, e);
    }
  }
}
