package egov.kiosk.emulator.camera;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A scene as one second of JPEG frames that repeat without a jump, each time with another grain in
 * the lowest rows: like a sensor's, no two frames are equal. Made once, so that a running camera
 * costs nothing but writing. Immutable.
 */
final class FrameLoop implements Film {
  static final int FRAMES_A_SECOND = 15;

  private final List<LivingJpeg> frames;

  private FrameLoop(List<LivingJpeg> frames) {
    this.frames = frames;
  }

  static FrameLoop of(Scene scene) throws IOException {
    List<LivingJpeg> frames = new ArrayList<>();
    for (int i = 0; i < FRAMES_A_SECOND; i++) {
      frames.add(LivingJpeg.of(scene.at((double) i / FRAMES_A_SECOND)));
    }
    return new FrameLoop(frames);
  }

  /** A scene in which nothing moves. */
  static FrameLoop of(BufferedImage still) throws IOException {
    return new FrameLoop(List.of(LivingJpeg.of(still)));
  }

  @Override
  public byte[] frame(long number) {
    return frames.get((int) (number % frames.size())).frame(number);
  }
}
