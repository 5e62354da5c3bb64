package egov.kiosk.link.replay;

import egov.kiosk.domain.device.Device;
import egov.kiosk.link.DeviceThread;
import egov.kiosk.link.capture.Capture;
import egov.kiosk.link.capture.Moment;
import egov.kiosk.link.capture.Recording;
import egov.kiosk.link.capture.Script;
import egov.kiosk.link.capture.Tap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** {@code kiosk device record} and {@code kiosk device replay}, at drivers that are running. */
public final class DeviceTools {
  private static final Duration THERE = Duration.ofSeconds(10);

  private final List<Device> devices;

  /**
   * @param devices live view of the drivers' services
   */
  public DeviceTools(List<Device> devices) {
    this.devices = devices;
  }

  /**
   * Uses a device and records its line.
   *
   * @param name the device
   * @param time how long
   * @param file where the capture is written; must not exist yet
   * @throws IOException when there is no such device, no line to record, or no file
   */
  public void record(String name, Duration time, Path file, PrintWriter out)
      throws IOException, InterruptedException {
    Device device = device(name);
    Tap tap = tap(name);
    try (PrintWriter text =
        new PrintWriter(
            Files.newBufferedWriter(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      text.print(Capture.head(name));
      try (Recording ignored =
          tap.recordFromOpening(moment -> write(moment, text))
              .orElseThrow(() -> new IOException(name + " is being recorded already"))) {
        out.println(
            name
                + " is recorded for "
                + time.toSeconds()
                + " s; place cards, show codes, pull cables meanwhile");
        out.flush();
        new Recorder(device).use(time);
      }
      if (text.checkError()) {
        throw new IOException("the capture could not be written to " + file);
      }
    }
  }

  private static void write(Moment moment, PrintWriter text) {
    text.println(moment.line());
  }

  /**
   * Plays a capture to a driver that was configured to look for its device at a port here.
   *
   * @param file the capture
   * @param port where the driver looks
   * @return what differs
   * @throws IOException when the file is none, or no such driver is running
   */
  public List<String> replay(Path file, int port) throws IOException, InterruptedException {
    Capture capture = read(file);
    Device device = device(capture.device());
    Tap tap = tap(capture.device());
    Script script = new Script(capture, tap.masking());
    try (PlayServer ignored = new PlayServer(script, port)) {
      return new Replay(capture, script, tap).differences(device);
    }
  }

  /** Reads a capture's file. */
  static Capture read(Path file) throws IOException {
    try {
      return Capture.parse(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** Drivers register a moment after their bundle started. */
  private Device device(String name) throws IOException, InterruptedException {
    long end = System.nanoTime() + THERE.toNanos();
    while (true) {
      Optional<Device> found = devices.stream().filter(one -> one.name().equals(name)).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > end) {
        throw new IOException(
            "no device is called "
                + name
                + "; there are: "
                + devices.stream().map(Device::name).collect(Collectors.joining(", ")));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static Tap tap(String name) throws IOException {
    List<Tap> taps = DeviceThread.taps(name);
    if (taps.isEmpty()) {
      throw new IOException(
          name + " has no line that can be recorded: cameras have pictures, not lines");
    }
    return taps.get(0);
  }
}
