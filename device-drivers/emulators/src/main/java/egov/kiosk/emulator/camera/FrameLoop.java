package egov.kiosk.emulator.camera;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A scene as one second of JPEG frames that repeat without a jump. Made once, so that a running
 * camera costs nothing but writing. Immutable.
 */
final class FrameLoop {
  static final int FRAMES_A_SECOND = 15;
  private static final int FRAMES = FRAMES_A_SECOND;

  private final List<byte[]> frames;

  private FrameLoop(List<byte[]> frames) {
    this.frames = frames;
  }

  static FrameLoop of(Scene scene) throws IOException {
    List<byte[]> frames = new ArrayList<>();
    for (int i = 0; i < FRAMES; i++) {
      ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
      ImageIO.write(scene.at((double) i / FRAMES), "jpeg", jpeg);
      frames.add(jpeg.toByteArray());
    }
    return new FrameLoop(frames);
  }

  /** The frame of a running number; the array must not be changed. */
  byte[] frame(long number) {
    return frames.get((int) (number % FRAMES));
  }
}
