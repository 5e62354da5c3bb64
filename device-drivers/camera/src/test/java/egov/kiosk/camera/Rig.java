package egov.kiosk.camera;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The camera emulator in one process and a driver in another, with the shim between them. */
final class Rig implements AutoCloseable {
  final LineProcess emulator;
  final String ready;
  private final LineProcess driver;

  private Rig(LineProcess emulator, String ready, LineProcess driver) {
    this.emulator = emulator;
    this.ready = ready;
    this.driver = driver;
  }

  /**
   * @param device what the driver is told; {@code PORT} in it becomes the emulator's
   */
  static Rig start(Path folder, Class<?> probe, String device, String... options) throws Exception {
    Path shim = folder.resolve("v4l2shim.so");
    List<String> arguments =
        new ArrayList<>(List.of("camera", "--dir", folder.toString(), "--shim", shim.toString()));
    arguments.addAll(List.of(options));
    LineProcess emulator =
        LineProcess.start("egov.kiosk.emulator.Main", Map.of(), arguments.toArray(String[]::new));
    String ready = emulator.readLine();
    if (!ready.startsWith("ready")) {
      emulator.close();
      throw new AssertionError(ready);
    }
    Map<String, String> preload =
        Map.of(
            "LD_PRELOAD", shim.toString(),
            "KIOSK_V4L2_NODE", folder.resolve("video0").toString(),
            "KIOSK_V4L2_DIR", folder.toString());
    String port = ready.contains("http=") ? ready.replaceAll(".* http=(\\d+).*", "$1") : "";
    return new Rig(
        emulator, ready, LineProcess.start(probe.getName(), preload, device.replace("PORT", port)));
  }

  /** The driver's answer without the milliseconds at its end. */
  String ask(String order) {
    String answer = driver.ask(order);
    return answer.substring(0, answer.lastIndexOf(' '));
  }

  long millis(String order) {
    String answer = driver.ask(order);
    return Long.parseLong(answer.substring(answer.lastIndexOf(' ') + 1));
  }

  @Override
  public void close() throws Exception {
    try (LineProcess first = driver;
        LineProcess second = emulator) {
      // Closed in this order.
    }
  }
}
