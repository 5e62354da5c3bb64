package egov.kiosk.emulator.camera;

import egov.kiosk.emulator.control.Emulator;
import egov.kiosk.emulator.control.Options;
import egov.kiosk.emulator.control.OrderException;
import egov.kiosk.emulator.control.UsageException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;

/**
 * The camera as its operator sees it.
 *
 * <p>Options: {@code --dir DIR} (needed), {@code --shim FILE.so} (compiles the shim there first).
 *
 * <p>Orders: {@code face FILE [HEIGHT]} (the picture is drawn 420 pixels high unless told
 * otherwise), {@code face none}, {@code unplug}, {@code plug} (also ends a stall), {@code stall},
 * {@code stats}. The camera starts plugged in and looking at an empty room.
 */
public final class CameraEmulator implements Emulator {
  private static final Set<String> OPTIONS = Set.of("dir", "shim");
  private static final int USUAL_HEIGHT = 420;
  private static final int LEAST_HEIGHT = 64;
  private static final int STOP_SECONDS = 5;

  private final CameraFolder folder;
  private final Optional<Path> shim;
  private final AtomicLong written = new AtomicLong();
  private final ScheduledExecutorService sensor =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "emulator-camera-sensor");
            thread.setDaemon(true);
            return thread;
          });
  private volatile FrameLoop frames;
  private volatile boolean broken;

  private CameraEmulator(CameraFolder folder, Optional<Path> shim, FrameLoop frames) {
    this.folder = folder;
    this.shim = shim;
    this.frames = frames;
  }

  /**
   * Sets the camera up and plugs it in.
   *
   * @throws UsageException when an option makes no sense
   * @throws IOException when the folder cannot be written or the shim not compiled
   */
  public static CameraEmulator start(List<String> arguments) throws UsageException, IOException {
    Options options = Options.parse(arguments, OPTIONS);
    CameraFolder folder = CameraFolder.open(Path.of(options.required("dir")).toAbsolutePath());
    Optional<Path> shim = options.value("shim").map(file -> Path.of(file).toAbsolutePath());
    if (shim.isPresent()) {
      V4l2Shim.compileTo(shim.get());
    }
    CameraEmulator emulator = new CameraEmulator(folder, shim, FrameLoop.of(Scene.empty()));
    emulator.writeFrame();
    folder.plug();
    long nanos = TimeUnit.SECONDS.toNanos(1) / FrameLoop.FRAMES_A_SECOND;
    emulator.sensor.scheduleAtFixedRate(emulator::writeFrame, nanos, nanos, TimeUnit.NANOSECONDS);
    return emulator;
  }

  private void writeFrame() {
    try {
      folder.show(frames.frame(written.get()));
      written.incrementAndGet();
      broken = false;
    } catch (IOException e) {
      // One line at the first failure; a full disk would repeat it fifteen times a second.
      if (!broken) {
        System.err.println("camera: frame not written: " + e.getMessage());
      }
      broken = true;
    }
  }

  @Override
  public String ready() {
    return "kind=camera dir=%s node=%s width=%d height=%d fps=%d"
            .formatted(
                folder.path(), folder.node(), Scene.WIDTH, Scene.HEIGHT, FrameLoop.FRAMES_A_SECOND)
        + shim.map(file -> " shim=" + file).orElse("");
  }

  @Override
  public String obey(List<String> words) throws OrderException {
    try {
      switch (words.get(0)) {
        case "face" -> frames = FrameLoop.of(scene(words));
        case "unplug" -> folder.unplug();
        case "plug" -> folder.plug();
        case "stall" -> folder.stall();
        case "stats" -> {
          return "frames=" + written.get();
        }
        default -> throw new OrderException("unknown order " + words.get(0));
      }
      return "";
    } catch (IOException e) {
      throw new OrderException(e.getMessage());
    }
  }

  private static Scene scene(List<String> words) throws OrderException, IOException {
    if (words.size() < 2 || words.size() > 3) {
      throw new OrderException("expected face FILE [HEIGHT] or face none");
    }
    if (words.get(1).equals("none")) {
      return Scene.empty();
    }
    Path file = Path.of(words.get(1));
    BufferedImage picture = Files.isReadable(file) ? ImageIO.read(file.toFile()) : null;
    if (picture == null) {
      throw new OrderException("no picture in " + file);
    }
    return Scene.of(picture, words.size() == 3 ? height(words.get(2)) : USUAL_HEIGHT);
  }

  private static int height(String word) throws OrderException {
    try {
      int height = Integer.parseInt(word);
      if (height >= LEAST_HEIGHT && height <= Scene.HEIGHT) {
        return height;
      }
    } catch (NumberFormatException e) {
      // falls to the one message below
    }
    throw new OrderException("height must be " + LEAST_HEIGHT + ".." + Scene.HEIGHT);
  }

  /** A camera whose emulator has ended is a camera that has been pulled out. */
  @Override
  public void close() {
    sensor.shutdownNow();
    try {
      sensor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
      folder.unplug();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      System.err.println("camera: not unplugged: " + e.getMessage());
    }
  }
}
