package egov.kiosk.emulator.camera;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A JPEG picture (ITU-T T.81) whose lowest 16 rows are drawn anew for every frame, so that no two
 * frames are equal, as with a sensor, and making one costs next to nothing: everything above is
 * encoded once and ends at a restart marker. Immutable.
 */
final class LivingJpeg {
  private static final int UNIT = 16;
  private static final int EOI_BYTES = 2;

  private final byte[] above;
  private final int units;
  private final int[] shade;

  private LivingJpeg(byte[] above, int units, int[] shade) {
    this.above = above;
    this.units = units;
    this.shade = shade;
  }

  /**
   * @param picture with three channels; its sides are multiples of 16, and its lowest rows, of
   *     about one shade, are not kept
   */
  static LivingJpeg of(BufferedImage picture) throws IOException {
    int width = picture.getWidth();
    int height = picture.getHeight();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture.getSubimage(0, 0, width, height - UNIT), "jpeg", out);
    byte[] jpeg = out.toByteArray();
    int frame = segment(jpeg, 0xC0);
    jpeg[frame + 5] = (byte) (height >> 8);
    jpeg[frame + 6] = (byte) height;
    int scan = segment(jpeg, 0xDA);
    int interval = width / UNIT * (height / UNIT - 1);
    ByteArrayOutputStream above = new ByteArrayOutputStream();
    above.write(jpeg, 0, scan);
    above.writeBytes(
        new byte[] {(byte) 0xFF, (byte) 0xDD, 0, 4, (byte) (interval >> 8), (byte) interval});
    above.write(jpeg, scan, jpeg.length - scan - EOI_BYTES);
    above.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD0});
    return new LivingJpeg(above.toByteArray(), width / UNIT, shade(picture, jpeg));
  }

  /** Where the first segment with this marker begins. */
  private static int segment(byte[] jpeg, int marker) throws IOException {
    int at = 2;
    while (at + 4 < jpeg.length) {
      if ((jpeg[at + 1] & 0xFF) == marker) {
        return at;
      }
      at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
    }
    throw new IOException("the encoder wrote an unusual JPEG");
  }

  /** What a block of the wall's shade is coded as: luminance, blue and red difference. */
  private static int[] shade(BufferedImage picture, byte[] jpeg) throws IOException {
    int rgb = picture.getRGB(UNIT, picture.getHeight() - UNIT / 2);
    double red = rgb >> 16 & 0xFF;
    double green = rgb >> 8 & 0xFF;
    double blue = rgb & 0xFF;
    double luminance = 0.299 * red + 0.587 * green + 0.114 * blue;
    int bright = jpeg[segment(jpeg, 0xDB) + 5] & 0xFF;
    // Nearly the same step as in the table for colours; a shade off is no matter.
    int colour = bright;
    return new int[] {
      (int) Math.round((luminance - 128) * 8 / bright),
      (int) Math.round(0.564 * (blue - luminance) * 8 / colour),
      (int) Math.round(0.713 * (red - luminance) * 8 / colour)
    };
  }

  /** The picture of this running number; the same number is the same picture. */
  byte[] frame(long number) {
    Random grain = new Random(number);
    HuffmanBits bits = new HuffmanBits();
    int before = 0;
    for (int unit = 0; unit < units; unit++) {
      for (int block = 0; block < 4; block++) {
        int level = shade[0] + grain.nextInt(3) - 1;
        bits.luminance(level - before);
        before = level;
      }
      bits.colour(unit == 0 ? shade[1] : 0);
      bits.colour(unit == 0 ? shade[2] : 0);
    }
    byte[] strip = bits.end();
    byte[] jpeg = new byte[above.length + strip.length + EOI_BYTES];
    System.arraycopy(above, 0, jpeg, 0, above.length);
    System.arraycopy(strip, 0, jpeg, above.length, strip.length);
    jpeg[jpeg.length - 2] = (byte) 0xFF;
    jpeg[jpeg.length - 1] = (byte) 0xD9;
    return jpeg;
  }
}
