package egov.kiosk.camera.page;

import egov.kiosk.domain.citizen.Frame;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Kernel;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/** Draws a sheet with text on a table, as a camera above would see it. */
final class Table {
  static final int WIDTH = 1920;
  static final int HEIGHT = 1440;
  static final int SHEET_WIDTH = 900;
  static final int SHEET_HEIGHT = 1200;

  private double degrees;
  private double shiftX;
  private int light = 225;
  private boolean lamp;
  private boolean sheet = true;
  private int blur;

  Table turned(double by) {
    degrees = by;
    return this;
  }

  Table shifted(double byPixels) {
    shiftX = byPixels;
    return this;
  }

  Table lit(int paper) {
    light = paper;
    return this;
  }

  Table underALamp() {
    lamp = true;
    return this;
  }

  Table empty() {
    sheet = false;
    return this;
  }

  Table unsharp(int radius) {
    blur = radius;
    return this;
  }

  Frame frame() {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    int table = light / 4;
    pen.setColor(new Color(table, table, table + 8));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    if (sheet) {
      AffineTransform place =
          AffineTransform.getTranslateInstance(WIDTH / 2.0 + shiftX, HEIGHT / 2.0);
      place.rotate(Math.toRadians(degrees));
      place.translate(-SHEET_WIDTH / 2.0, -SHEET_HEIGHT / 2.0);
      pen.transform(place);
      sheet(pen);
      pen.setTransform(new AffineTransform());
    }
    pen.dispose();
    return toFrame(noisy(blurred(picture)));
  }

  private void sheet(Graphics2D pen) {
    pen.setColor(new Color(light, light, light));
    pen.fillRect(0, 0, SHEET_WIDTH, SHEET_HEIGHT);
    pen.setColor(new Color(light / 8, light / 8, light / 8));
    pen.setFont(new Font(Font.SERIF, Font.PLAIN, 26));
    for (int line = 0; line < 30; line++) {
      pen.drawString("The quick brown fox jumps over the lazy dog 0123456789", 60, 80 + line * 36);
    }
    if (lamp) {
      float[] stops = {0f, 0.7f, 1f};
      Color[] colours = {Color.WHITE, Color.WHITE, new Color(255, 255, 255, 0)};
      pen.setPaint(new RadialGradientPaint(450, 500, 140, stops, colours));
      pen.fillOval(310, 360, 280, 280);
    }
  }

  private BufferedImage blurred(BufferedImage picture) {
    if (blur == 0) {
      return picture;
    }
    int side = 2 * blur + 1;
    float[] weights = new float[side * side];
    Arrays.fill(weights, 1f / weights.length);
    return new ConvolveOp(new Kernel(side, side, weights))
        .filter(picture, new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR));
  }

  /** A sensor is never quiet. */
  private static BufferedImage noisy(BufferedImage picture) {
    byte[] bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    Random random = new Random(7);
    for (int i = 0; i < bytes.length; i++) {
      int value = (bytes[i] & 0xFF) + random.nextInt(5) - 2;
      bytes[i] = (byte) Math.max(0, Math.min(255, value));
    }
    return picture;
  }

  private static Frame toFrame(BufferedImage picture) {
    byte[] bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    return new Frame(WIDTH, HEIGHT, bytes.clone(), Instant.EPOCH);
  }
}
