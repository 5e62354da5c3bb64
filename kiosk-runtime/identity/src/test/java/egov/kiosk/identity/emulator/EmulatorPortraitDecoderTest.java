package egov.kiosk.identity.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.identity.portrait.PortraitPicture;
import egov.kiosk.identity.portrait.PortraitRefusedException;
import egov.kiosk.identity.vision.OpenCvNative;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmulatorPortraitDecoderTest {
  private final EmulatorPortraitDecoder decoder = new EmulatorPortraitDecoder();

  @BeforeAll
  static void loadOpenCv() {
    OpenCvNative.load();
  }

  @ParameterizedTest
  @CsvSource({
    "/portrait/gradient.webp,102,126",
    "/portrait/gradient-lossless.webp,102,126",
    "/portrait/green.jpg,48,48"
  })
  void drawnPortrait_isDecoded(String path, int width, int height) throws Exception {
    try (PortraitPicture picture = decoder.decode(Blocks.of(Blocks.resource(path)))) {
      assertEquals(width, picture.width());
      assertEquals(height, picture.height());
    }
  }

  @Test
  void gradient_hasItsColours() throws Exception {
    try (PortraitPicture picture =
        decoder.decode(Blocks.of(Blocks.resource("/portrait/gradient-lossless.webp")))) {
      int at = (100 * 102 + 30) * 3;
      assertEquals(128, picture.bgr()[at] & 0xFF);
      assertEquals(200, picture.bgr()[at + 1] & 0xFF);
      assertEquals(60, picture.bgr()[at + 2] & 0xFF);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "animation.webp",
        "bmp-renamed.jpg",
        "cut.jpg",
        "exif.jpg",
        "gif-renamed.jpg",
        "png-renamed.jpg",
        "side-16383.webp",
        "side-16384-lossless.webp",
        "side-513.jpg",
        "side-65535.jpg",
        "tiff-renamed.jpg",
        "truncated.webp"
      })
  void hostilePortrait_isRefusedByItsHeader(String name) {
    byte[] image = Blocks.resource("/attack/portrait/" + name);

    assertThrows(PortraitRefusedException.class, () -> ImageHeader.read(image));
    assertThrows(PortraitRefusedException.class, () -> decoder.decode(Blocks.of(image)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"header-larger-than-data.webp", "truncated-lengths-mended.webp"})
  void wellFormedButIncomplete_isRefusedByTheDecoder(String name) throws Exception {
    byte[] image = Blocks.resource("/attack/portrait/" + name);

    ImageHeader.read(image);
    assertThrows(PortraitRefusedException.class, () -> decoder.decode(Blocks.of(image)));
  }

  @Test
  void cutJpeg_showsNoPixelOfThePreviousPicture() throws Exception {
    byte[] cut = Blocks.of(Blocks.resource("/attack/portrait/cut-then-closed.jpg"));
    byte[] whole = Blocks.of(Blocks.resource("/portrait/magenta.jpg"));

    for (int i = 0; i < 20; i++) {
      // Left open on purpose: nothing overwrites the previous picture in our own memory.
      assertTrue(magentaPixels(decoder.decode(whole)) > 2000);
      try (PortraitPicture picture = decoder.decode(cut)) {
        assertEquals(0, magentaPixels(picture));
      } catch (PortraitRefusedException e) {
        // Just as good.
      }
    }
  }

  private static int magentaPixels(PortraitPicture picture) {
    int count = 0;
    for (int at = 0; at < picture.bgr().length; at += 3) {
      int blue = picture.bgr()[at] & 0xFF;
      int green = picture.bgr()[at + 1] & 0xFF;
      int red = picture.bgr()[at + 2] & 0xFF;
      if (blue > 200 && red > 200 && green < 60) {
        count++;
      }
    }
    return count;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1017, 65535})
  void impossibleLength_isRefused(int length) {
    byte[] block = Blocks.of(Blocks.resource("/portrait/gradient.webp"));
    block[6] = (byte) length;
    block[7] = (byte) (length >> 8);

    assertThrows(PortraitRefusedException.class, () -> decoder.decode(block));
  }

  @Test
  void realCardsBlock_isNotRecognised() {
    byte[] block = new byte[1024];
    block[0] = 'W';

    assertFalse(decoder.recognises(block));
    assertFalse(decoder.recognises(new byte[0]));
    assertThrows(PortraitRefusedException.class, () -> decoder.decode(block));
  }
}
