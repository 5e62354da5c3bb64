package egov.kiosk.printer.escpos;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * A picture at the top of a slip as the bytes of GS v 0: one bit a dot, black where the picture is
 * darker than middle grey. Immutable.
 */
public final class RasterLogo {
  /** 72 mm at 8 dots/mm. */
  public static final int WIDEST = 576;

  private static final int HIGHEST = 400;
  private static final int LARGEST_FILE = 256 * 1024;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
  private static final int HEADER = 24;
  private static final int MIDDLE = 128;

  private final byte[] command;

  private RasterLogo(byte[] command) {
    this.command = command;
  }

  /**
   * Reads a PNG.
   *
   * @param file at most 256 KiB and 576 by 400 dots
   * @throws IOException when it is none or too large; judged before any decoder sees it
   */
  public static RasterLogo read(Path file) throws IOException {
    if (Files.size(file) > LARGEST_FILE) {
      throw new IOException("a logo has at most 256 KiB");
    }
    return of(Files.readAllBytes(file));
  }

  /** The same from bytes. */
  public static RasterLogo of(byte[] png) throws IOException {
    if (png.length < HEADER || !Arrays.equals(png, 0, PNG.length, PNG, 0, PNG.length)) {
      throw new IOException("a logo is a PNG");
    }
    ByteBuffer header = ByteBuffer.wrap(png);
    int width = header.getInt(16);
    int height = header.getInt(20);
    if (width < 1 || width > WIDEST || height < 1 || height > HIGHEST) {
      throw new IOException("a logo is at most 576 by 400 dots");
    }
    BufferedImage image;
    try {
      image = ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException | RuntimeException e) {
      throw new IOException("the logo's PNG is damaged", e);
    }
    if (image == null || image.getWidth() != width || image.getHeight() != height) {
      throw new IOException("the logo's PNG is damaged");
    }
    return new RasterLogo(command(image));
  }

  private static byte[] command(BufferedImage image) {
    int bytesARow = (image.getWidth() + 7) / 8;
    int height = image.getHeight();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x1D, 0x76, 0x30, 0x00, (byte) bytesARow, (byte) (bytesARow >> 8)});
    out.writeBytes(new byte[] {(byte) height, (byte) (height >> 8)});
    for (int y = 0; y < height; y++) {
      for (int column = 0; column < bytesARow; column++) {
        int bits = 0;
        for (int bit = 0; bit < 8; bit++) {
          int x = column * 8 + bit;
          boolean black = x < image.getWidth() && dark(image.getRGB(x, y));
          bits = bits << 1 | (black ? 1 : 0);
        }
        out.write(bits);
      }
    }
    return out.toByteArray();
  }

  /** Transparent is paper. */
  private static boolean dark(int argb) {
    int alpha = argb >>> 24;
    int grey = ((argb >> 16 & 0xFF) * 30 + (argb >> 8 & 0xFF) * 59 + (argb & 0xFF) * 11) / 100;
    return alpha >= MIDDLE && grey < MIDDLE;
  }

  void writeTo(ByteArrayOutputStream out) {
    out.writeBytes(command);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RasterLogo logo && Arrays.equals(logo.command, command);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(command);
  }
}
