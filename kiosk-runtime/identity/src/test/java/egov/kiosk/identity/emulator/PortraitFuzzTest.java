package egov.kiosk.identity.emulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.identity.portrait.PortraitPicture;
import egov.kiosk.identity.portrait.PortraitRefusedException;
import egov.kiosk.identity.vision.OpenCvNative;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever stands in a photo block, the answer is a picture within the limits or a refusal. */
class PortraitFuzzTest {
  private static final List<byte[]> GOOD =
      List.of(
          Blocks.resource("/portrait/gradient.webp"),
          Blocks.resource("/portrait/gradient-lossless.webp"),
          Blocks.resource("/portrait/green.jpg"));

  private final EmulatorPortraitDecoder decoder = new EmulatorPortraitDecoder();

  @BeforeContainer
  static void loadOpenCv() {
    OpenCvNative.load();
  }

  @Property(tries = 1000)
  void anyBytesBehindTheMagic(@ForAll @Size(min = 1, max = 1016) byte[] image) {
    decode(Blocks.of(image));
  }

  @Property(tries = 1500)
  void goodImageWithSomeBytesChanged(
      @ForAll @IntRange(max = 2) int which,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1015) Integer> places,
      @ForAll byte value) {
    byte[] image = GOOD.get(which).clone();
    for (int place : places) {
      image[place % image.length] ^= value;
    }
    decode(Blocks.of(image));
  }

  @Property(tries = 300)
  void goodImageCutAnywhere(
      @ForAll @IntRange(max = 2) int which, @ForAll @IntRange(min = 1, max = 1016) int length) {
    byte[] image = GOOD.get(which);
    byte[] block = Blocks.of(image);
    block[6] = (byte) length;
    block[7] = (byte) (length >> 8);
    decode(block);
  }

  private void decode(byte[] block) {
    try (PortraitPicture picture = decoder.decode(block)) {
      assertTrue(picture.width() <= PortraitPicture.MAX_SIDE);
      assertTrue(picture.height() <= PortraitPicture.MAX_SIDE);
    } catch (PortraitRefusedException e) {
      assertTrue(e.getMessage().startsWith("the p"), "a refusal is a sentence");
    }
  }
}
