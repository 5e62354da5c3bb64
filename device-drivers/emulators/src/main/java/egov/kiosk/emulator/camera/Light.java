package egov.kiosk.emulator.camera;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** What light falls on a scene. */
enum Light {
  USUAL,
  /** The lamps are off. */
  DARK,
  /** Something lies on the lens. */
  COVERED,
  /** The wall is a window: what stands before it is a silhouette. */
  BACK_LIT;

  private static final int WALL = 150;

  /** Changes a picture of three bytes a pixel. */
  void fallOn(BufferedImage picture) {
    byte[] samples = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) of(samples[i] & 0xFF);
    }
  }

  private int of(int sample) {
    return switch (this) {
      case USUAL -> sample;
      case DARK -> sample / 8;
      case COVERED -> sample / 64;
      case BACK_LIT -> sample > WALL ? 255 : sample / 5;
    };
  }
}
