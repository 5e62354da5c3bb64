package egov.kiosk.updates.boot;

import egov.kiosk.updates.disk.Disk;
import egov.kiosk.updates.disk.Steps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * When the last start of a trial was, in seconds since this machine was switched on: its clock may
 * be set at any moment, and only within one time of being on can this be told.
 */
final class Overdue {
  private static final long LIMIT = 20 * 60;
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path UP = Path.of("/proc/uptime");

  private final Path file;

  Overdue(Path directory) {
    file = directory.resolve("trial-since");
  }

  void note() throws IOException {
    new Disk(Steps.NONE).replace(file, (boot() + " " + up()).getBytes(StandardCharsets.US_ASCII));
  }

  boolean reached() throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    String[] noted = new String(Disk.small(file, 128), StandardCharsets.US_ASCII).split(" ");
    return noted.length == 2
        && noted[0].equals(boot())
        && noted[1].matches("[0-9]{1,12}")
        && up() - Long.parseLong(noted[1]) > LIMIT;
  }

  private static String boot() throws IOException {
    return Files.readString(BOOT).strip();
  }

  private static long up() throws IOException {
    return (long) Double.parseDouble(Files.readString(UP).split(" ")[0]);
  }
}
