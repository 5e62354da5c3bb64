package egov.kiosk.bench.devices;

import egov.kiosk.town.TownProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Emulators as processes of their own, for one figure each. */
final class Emulated {
  private static final Duration READY = Duration.ofSeconds(30);

  private Emulated() {}

  static TownProcess start(Path work, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-cp", System.getProperty("java.class.path")));
    command.add("egov.kiosk.emulator.Main");
    command.addAll(List.of(arguments));
    return TownProcess.start(arguments[0], work.resolve(arguments[0] + ".log"), command)
        .awaitReady(READY);
  }

  /** A figure out of what an emulator says of itself. */
  static long figure(String stats, String name) throws IOException {
    for (String word : stats.split(" ")) {
      if (word.startsWith(name + "=")) {
        return Long.parseLong(word.substring(name.length() + 1));
      }
    }
    throw new IOException("the emulator's stats lack " + name);
  }
}
