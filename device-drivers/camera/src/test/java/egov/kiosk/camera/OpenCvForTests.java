package egov.kiosk.camera;

/** Loads OpenCV for tests of other packages. */
public final class OpenCvForTests {
  private OpenCvForTests() {}

  public static void load() {
    OpenCvNative.load();
  }
}
