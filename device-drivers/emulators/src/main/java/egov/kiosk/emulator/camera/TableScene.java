package egov.kiosk.emulator.camera;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Optional;
import java.util.Random;

/**
 * What a document camera looks down on: a dark table and perhaps a sheet.
 *
 * @param sheet what lies there; drawn 1,200 pixels high
 * @param shift how far from the middle to the right, in pixels
 * @param tilt turned clockwise, in degrees
 * @param lamp whether a lamp is mirrored in it
 */
record TableScene(Optional<BufferedImage> sheet, int shift, double tilt, boolean lamp) {
  static final int WIDTH = 1920;
  static final int HEIGHT = 1440;
  private static final int SHEET = 1200;
  private static final Color TABLE = new Color(0x3A, 0x3A, 0x40);
  private static final int PAPER = 228;
  private static final int LAMP = 150;

  static TableScene empty() {
    return new TableScene(Optional.empty(), 0, 0, false);
  }

  BufferedImage draw() {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D brush = picture.createGraphics();
    brush.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    brush.setColor(TABLE);
    brush.fillRect(0, 0, WIDTH, HEIGHT);
    sheet.ifPresent(there -> lay(brush, there));
    brush.dispose();
    grain(picture);
    return picture;
  }

  private void lay(Graphics2D brush, BufferedImage there) {
    double scale = (double) SHEET / there.getHeight();
    AffineTransform place = AffineTransform.getTranslateInstance(WIDTH / 2.0 + shift, HEIGHT / 2.0);
    place.rotate(Math.toRadians(tilt));
    place.scale(scale, scale);
    place.translate(-there.getWidth() / 2.0, -there.getHeight() / 2.0);
    brush.drawImage(dimmed(there), place, null);
    if (lamp) {
      float[] stops = {0f, 0.7f, 1f};
      Color[] colours = {Color.WHITE, Color.WHITE, new Color(255, 255, 255, 0)};
      int x = WIDTH / 2 + shift;
      brush.setPaint(new RadialGradientPaint(x, HEIGHT / 2f, LAMP, stops, colours));
      brush.fillOval(x - LAMP, HEIGHT / 2 - LAMP, 2 * LAMP, 2 * LAMP);
    }
  }

  /** Paper is not as white as a lamp. */
  private static BufferedImage dimmed(BufferedImage there) {
    BufferedImage paper =
        new BufferedImage(there.getWidth(), there.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D brush = paper.createGraphics();
    brush.drawImage(there, 0, 0, null);
    brush.dispose();
    byte[] samples = ((DataBufferByte) paper.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) ((samples[i] & 0xFF) * PAPER / 255);
    }
    return paper;
  }

  private static void grain(BufferedImage picture) {
    byte[] samples = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    Random random = new Random(11);
    for (int i = 0; i < samples.length; i++) {
      int value = (samples[i] & 0xFF) + random.nextInt(5) - 2;
      samples[i] = (byte) Math.max(0, Math.min(255, value));
    }
  }
}
