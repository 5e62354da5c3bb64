package egov.kiosk.conformance;

import egov.kiosk.camera.CameraAddress;
import egov.kiosk.camera.CameraSettings;
import egov.kiosk.camera.V4l2Camera;
import egov.kiosk.camera.V4l2DocumentCamera;
import egov.kiosk.domain.device.Device;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The examination in a process of its own, because the shim must be there before the JVM is. */
final class CameraExamChild {
  private CameraExamChild() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    // Log lines go to standard output too; they are no part of the talk.
    System.setOut(System.err);
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Hand hand =
        gesture -> {
          out.println("gesture " + gesture);
          return "made".equals(answers.readLine());
        };
    Consumer<Result> told =
        result -> out.println(result.verdict() + " " + result.id() + " " + result.remark());
    CameraSettings settings =
        new CameraSettings("camera", CameraAddress.parse(arguments[0]), 1280, 720, 15);
    if (arguments[1].equals("document")) {
      try (V4l2DocumentCamera camera = new V4l2DocumentCamera(settings, InstantSource.system())) {
        awaitFirstLook(camera);
        Exams.documentCamera().run(camera, hand, told);
      }
    } else {
      try (V4l2Camera camera = new V4l2Camera(settings, InstantSource.system())) {
        awaitFirstLook(camera);
        Exams.camera().run(camera, hand, told);
      }
    }
    out.println("end");
  }

  /** A technician examines a device that was started a while ago; here it was this moment. */
  private static void awaitFirstLook(Device camera) throws InterruptedException {
    for (int i = 0; i < 600 && !camera.status().state().usable(); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
