package egov.kiosk.launcher.command.device;

import egov.kiosk.launcher.assembly.DriversOnly;
import egov.kiosk.launcher.command.Place;
import egov.kiosk.launcher.configuration.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk device replay}: a capture in the device's place. */
@Command(
    name = "replay",
    description = {
      "Play a capture to the installed driver, in the device's place, and compare what it does.",
      "No device is needed. The kiosk must be stopped.",
      "Exit code 0: the same as when it was recorded; 1: something differs."
    },
    mixinStandardHelpOptions = true)
final class DeviceReplay implements Callable<Integer> {
  private static final String SECOND_LINE = "device ";

  @Parameters(paramLabel = "FILE", description = "what kiosk device record wrote")
  private Path file;

  @Mixin private Place place;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    String device = device();
    Path known = Files.createTempDirectory("kiosk-replay");
    int port = freePort();
    try {
      return DriversOnly.run(
          place.installation(),
          DeviceRecord.TOOL,
          lookingHere(device, "tcp://127.0.0.1:" + port, known),
          spec.commandLine().getOut(),
          spec.commandLine().getErr(),
          "replay",
          file.toAbsolutePath().toString(),
          Integer.toString(port));
    } finally {
      delete(known);
    }
  }

  /** The driver looks for its device here, and any device is accepted for this once. */
  private static UnaryOperator<Configuration> lookingHere(
      String device, String address, Path known) {
    String attribute = device.equals("id-card-reader") ? "port" : "address";
    return configuration ->
        configuration
            .with(device, attribute, address)
            .with("known-devices", "directory", known.toString());
  }

  private String device() throws IOException {
    List<String> head;
    try (Stream<String> lines = Files.lines(file)) {
      head = lines.limit(2).toList();
    } catch (IOException | UncheckedIOException e) {
      throw new IOException(file + " cannot be read", e);
    }
    if (head.size() < 2 || !head.get(1).matches(SECOND_LINE + "[a-z][a-z0-9-]{0,63}")) {
      throw new ParameterException(spec.commandLine(), file + " is no capture of a device");
    }
    return head.get(1).substring(SECOND_LINE.length());
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
