package egov.kiosk.upkeep.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is plugged in, by names that stay the same over a restart. */
final class PluggedIn {
  private static final List<String> PLACES =
      List.of("kiosk", "serial/by-id", "v4l/by-id", "usb", "serial/by-path", "v4l/by-path");
  private static final int MOST = 60;

  private final Path devices;

  PluggedIn(Path devices) {
    this.devices = devices;
  }

  List<String> paths() {
    List<String> found = new ArrayList<>();
    for (String place : PLACES) {
      Path directory = devices.resolve(place);
      if (Files.isDirectory(directory)) {
        try (Stream<Path> entries = Files.list(directory)) {
          entries.map(Path::toString).sorted().forEach(found::add);
        } catch (IOException e) {
          // Gone while it was looked at; the next look shows what is there.
          continue;
        }
      }
    }
    return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
  }
}
