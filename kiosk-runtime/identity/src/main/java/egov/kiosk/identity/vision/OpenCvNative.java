package egov.kiosk.identity.vision;

import nu.pattern.OpenCV;
import org.opencv.core.Core;
import org.opencv.osgi.OpenCVNativeLoader;

/**
 * Loads OpenCV's native part, once a process whoever asks.
 *
 * <p>A native library belongs to the class loader that loaded it, so OpenCV's own classes must do
 * it. They look on {@code java.library.path} first, and in OSGi in native fragments; an installed
 * kiosk keeps the library there and loads it in a few milliseconds. Otherwise 65 MB are unpacked
 * from the jar into the temporary folder, which takes most of a second: never on the start-up path.
 *
 * <p>The camera room has the same few lines: both rooms are doors to OpenCV, and neither may depend
 * on the other.
 */
public final class OpenCvNative {
  private OpenCvNative() {}

  /**
   * Makes OpenCV usable, or returns at once when it is.
   *
   * @throws UnsatisfiedLinkError when this machine has no native part, or may not load it
   */
  public static void load() {
    if (loaded()) {
      return;
    }
    try {
      new OpenCVNativeLoader().init();
    } catch (UnsatisfiedLinkError notInstalled) {
      OpenCV.loadLocally();
    }
    // A frame takes 20 ms on one core; a pool of hidden threads would only disturb the screens.
    Core.setNumThreads(1);
  }

  private static boolean loaded() {
    try {
      return Core.getNumThreads() > 0;
    } catch (UnsatisfiedLinkError notLoaded) {
      return false;
    }
  }
}
