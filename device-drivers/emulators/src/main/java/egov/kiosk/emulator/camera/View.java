package egov.kiosk.emulator.camera;

import egov.kiosk.emulator.control.OrderException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;

/** What stands before the camera, as the operator orders it. Used by one thread at a time. */
final class View {
  private static final int USUAL_HEIGHT = 420;
  private static final int LEAST_HEIGHT = 64;
  private static final int MOST = 2000;

  private Scene scene = Scene.empty();
  private Light light = Light.USUAL;

  /** Somebody, or nobody, before the wall. */
  Film face(List<String> words) throws OrderException, IOException {
    if (words.size() < 2 || words.size() > 3) {
      throw new OrderException("expected face FILE [HEIGHT] or face none");
    }
    if (words.get(1).equals("none")) {
      scene = Scene.empty();
    } else {
      int height =
          words.size() == 3
              ? number(words.get(2), "height", LEAST_HEIGHT, Scene.HEIGHT)
              : USUAL_HEIGHT;
      scene = Scene.of(picture(words.get(1)), height);
    }
    return lit();
  }

  /** The same in another light. */
  Film light(List<String> words) throws OrderException, IOException {
    try {
      light = Light.valueOf(words.get(1).toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new OrderException("expected light usual, dark, covered or back-lit");
    }
    return lit();
  }

  private Film lit() throws IOException {
    return FrameLoop.of(scene.in(light));
  }

  /** A sheet, or none, on the table. */
  static Film sheet(List<String> words) throws OrderException, IOException {
    if (words.size() < 2) {
      throw new OrderException(
          "expected sheet FILE [shift=PX] [tilt=DEGREES] [lamp] or sheet none");
    }
    int shift = 0;
    int tilt = 0;
    boolean lamp = false;
    for (String word : words.subList(2, words.size())) {
      if (word.equals("lamp")) {
        lamp = true;
      } else if (word.startsWith("shift=")) {
        shift = number(word.substring(6), "shift", -MOST, MOST);
      } else if (word.startsWith("tilt=")) {
        tilt = number(word.substring(5), "tilt", -180, 180);
      } else {
        throw new OrderException("expected shift=PX, tilt=DEGREES or lamp");
      }
    }
    Optional<BufferedImage> there =
        words.get(1).equals("none") ? Optional.empty() : Optional.of(picture(words.get(1)));
    return FrameLoop.of(new TableScene(there, shift, tilt, lamp).draw());
  }

  /** A file's bytes instead of a picture, whatever they are. */
  static Film raw(List<String> words) throws OrderException, IOException {
    Path file = Path.of(words.size() == 2 ? words.get(1) : "");
    if (!Files.isRegularFile(file)) {
      throw new OrderException("expected raw FILE");
    }
    byte[] bytes = Files.readAllBytes(file);
    return number -> bytes;
  }

  private static BufferedImage picture(String name) throws OrderException, IOException {
    Path file = Path.of(name);
    BufferedImage picture = Files.isReadable(file) ? ImageIO.read(file.toFile()) : null;
    if (picture == null) {
      throw new OrderException("no picture in " + file);
    }
    return picture;
  }

  static int number(String word, String what, int least, int most) throws OrderException {
    try {
      int number = Integer.parseInt(word);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls to the one message below
    }
    throw new OrderException(what + " must be " + least + ".." + most);
  }
}
