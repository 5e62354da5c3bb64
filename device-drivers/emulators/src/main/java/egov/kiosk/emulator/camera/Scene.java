package egov.kiosk.emulator.camera;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Optional;
import java.util.Random;

/**
 * What the camera looks at: a plain wall and, if somebody stands there, a face in the middle that
 * sways a little. Every moment of the loop differs from the one before in place, brightness and
 * noise. Immutable; the same scene draws the same pictures.
 */
final class Scene {
  static final int WIDTH = 1280;
  static final int HEIGHT = 720;

  private static final Color WALL = new Color(0xB9, 0xB4, 0xA8);
  private static final double SWAY_X = 5;
  private static final double SWAY_Y = 3;
  private static final double FLICKER = 0.03;
  private static final int NOISE = 3;

  private final Optional<BufferedImage> face;
  private final Light light;

  private Scene(Optional<BufferedImage> face, Light light) {
    this.face = face;
    this.light = light;
  }

  static Scene empty() {
    return new Scene(Optional.empty(), Light.USUAL);
  }

  /**
   * A scene with a face.
   *
   * @param picture any picture
   * @param height how high it is drawn, in pixels; its sides keep their proportion
   */
  static Scene of(BufferedImage picture, int height) {
    int width = Math.max(1, picture.getWidth() * height / picture.getHeight());
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D brush = scaled.createGraphics();
    brush.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    brush.drawImage(picture, 0, 0, width, height, null);
    brush.dispose();
    return new Scene(Optional.of(SoftEdge.applyTo(scaled)), Light.USUAL);
  }

  /** The same in another light. */
  Scene in(Light other) {
    return new Scene(face, other);
  }

  /**
   * Draws one moment.
   *
   * @param moment 0..1, how far through the loop
   */
  BufferedImage at(double moment) {
    double angle = 2 * Math.PI * moment;
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D brush = picture.createGraphics();
    brush.setColor(WALL);
    brush.fillRect(0, 0, WIDTH, HEIGHT);
    if (face.isPresent()) {
      BufferedImage there = face.get();
      int left = (WIDTH - there.getWidth()) / 2 + (int) Math.round(SWAY_X * Math.sin(angle));
      int top = (HEIGHT - there.getHeight()) / 2 + (int) Math.round(SWAY_Y * Math.cos(angle));
      brush.drawImage(there, left, top, null);
    }
    brush.dispose();
    light.fallOn(picture);
    addLight(picture, 1 + FLICKER * Math.sin(2 * angle), new Random(Math.round(moment * 1e6)));
    return picture;
  }

  private static void addLight(BufferedImage picture, double brightness, Random noise) {
    byte[] samples = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    byte[] grain = new byte[samples.length / 3];
    noise.nextBytes(grain);
    for (int i = 0; i < samples.length; i++) {
      int lit = (int) (Byte.toUnsignedInt(samples[i]) * brightness) + grain[i / 3] % NOISE;
      samples[i] = (byte) Math.max(0, Math.min(255, lit));
    }
  }
}
