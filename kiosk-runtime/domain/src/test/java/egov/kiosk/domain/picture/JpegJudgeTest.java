package egov.kiosk.domain.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attack test D13: pictures no decoder may see. */
class JpegJudgeTest {
  private static final JpegJudge JUDGE = new JpegJudge(200_000, 4096, 3072);

  /** Segments of a JPEG file, put together by hand; nothing needs decoding here. */
  private static final class File {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    File() {
      mark(0xD8);
    }

    File mark(int marker) {
      out.write(0xFF);
      out.write(marker);
      return this;
    }

    File segment(int marker, byte... content) {
      mark(marker);
      out.write(content.length + 2 >> 8);
      out.write(content.length + 2);
      out.writeBytes(content);
      return this;
    }

    File frame(int marker, int width, int height) {
      return segment(
          marker,
          new byte[] {
            8,
            (byte) (height >> 8),
            (byte) height,
            (byte) (width >> 8),
            (byte) width,
            3,
            1,
            0x22,
            0,
            2,
            0x11,
            1,
            3,
            0x11,
            1
          });
    }

    byte[] scanned() {
      segment(0xDA, new byte[10]);
      out.writeBytes(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
      return mark(0xD9).out.toByteArray();
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }

  private static byte[] good() {
    return new File()
        .segment(0xE0, new byte[14])
        .segment(0xDB, new byte[65])
        .frame(0xC0, 1280, 720)
        .segment(0xC4, new byte[30])
        .scanned();
  }

  @Test
  void usualPicture_hasTheSizeItSays() throws Exception {
    assertEquals(new PictureSize(1280, 720), JUDGE.judge(good()));
    assertEquals(new PictureSize(1, 1), JUDGE.judge(new File().frame(0xC1, 1, 1).scanned()));
  }

  @Test
  void zerosAfterTheEnd_areACamerasPadding() throws Exception {
    byte[] good = good();
    assertEquals(new PictureSize(1280, 720), JUDGE.judge(Arrays.copyOf(good, good.length + 3_000)));
  }

  static Stream<byte[]> attacks() {
    byte[] good = good();
    return Stream.of(
        new byte[0],
        new byte[5],
        new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9},
        // Too large to be true, or to be wanted: 65,535 by 65,535, 20,000 by 20,000, nothing.
        new File().frame(0xC0, 65_535, 65_535).scanned(),
        new File().frame(0xC0, 20_000, 20_000).scanned(),
        new File().frame(0xC0, 4097, 10).scanned(),
        new File().frame(0xC0, 10, 3073).scanned(),
        new File().frame(0xC0, 0, 720).scanned(),
        new File().frame(0xC0, 1280, 0).scanned(),
        // A small frame, then a large one.
        new File().frame(0xC0, 64, 64).frame(0xC0, 60_000, 60_000).scanned(),
        // Progressive, lossless, arithmetic.
        new File().frame(0xC2, 64, 64).scanned(),
        new File().frame(0xC3, 64, 64).scanned(),
        new File().frame(0xC9, 64, 64).scanned(),
        // No frame before the scan; a picture within the picture.
        new File().scanned(),
        new File().mark(0xD8).frame(0xC0, 64, 64).scanned(),
        new File().frame(0xC0, 64, 64).bytes(),
        // Cut off.
        Arrays.copyOf(good, good.length - 2),
        Arrays.copyOf(good, good.length / 2),
        // A colour profile, or a camera's notes, of 300 KB and of 130 KB.
        profile(5),
        profile(2),
        // Renamed: PNG, GIF, TIFF (both orders), SVG, WebP, JPEG 2000, OpenEXR, BMP, a zip.
        named("\u0089PNG\r\n\u001A\n\0\0\0\rIHDR\0\0u0\0\0u0\u0008\2\0\0\0"),
        named("GIF89a\u00FF\u00FF\u00FF\u00FF"),
        named("II*\0\u0008\0\0\0"),
        named("MM\0*\0\0\0\u0008"),
        named("<svg xmlns='http://www.w3.org/2000/svg' width='99999' height='99999'/>"),
        named("RIFF\u0010\0\0\0WEBPVP8 "),
        named("\0\0\0\u000CjP  \r\n\u0087\n"),
        named("v/1\u0001\2\0\0\0"),
        named("BM\u0036\0\0\0\0\0\0\0"),
        named("PK\u0003\u0004"));
  }

  private static byte[] profile(int segments) {
    File file = new File();
    for (int i = 0; i < segments; i++) {
      file.segment(0xE2, new byte[65_000]);
    }
    return file.frame(0xC0, 64, 64).scanned();
  }

  /** Another format that even ends as a JPEG does. */
  private static byte[] named(String head) {
    return (head + "0123456789\u00FF\u00D9").getBytes(ISO_8859_1);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void attack_isRefusedBeforeADecoderSeesIt(byte[] picture) {
    PictureRefusedException refused =
        assertThrows(PictureRefusedException.class, () -> JUDGE.judge(picture));
    assertTrue(refused.getMessage().length() < 80);
  }

  @Property(tries = 3000)
  void anyDamage_isAVerdictAndNothingElse(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] damaged = good();
    for (int i = 0; i <= random.nextInt(5); i++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    try {
      PictureSize size = JUDGE.judge(Arrays.copyOf(damaged, random.nextInt(damaged.length + 1)));
      assertTrue(size.width() <= 4096 && size.height() <= 3072);
    } catch (PictureRefusedException expected) {
      assertTrue(expected.getMessage().length() < 80);
    }
  }
}
