package egov.kiosk.updates.boot;

import egov.kiosk.updates.disk.Disk;
import egov.kiosk.updates.disk.Steps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * When the first start of a trial was, in seconds since this machine was switched on: its clock may
 * be set at any moment, and only within one time of being on can this be told. After a power cut
 * nothing is known, and the starts alone count.
 */
final class TrialAge {
  private static final long FOR_EVER = 20 * 60;

  /**
   * A version that crashes, hangs or is killed later than this has no second start: with three of
   * them, citizens would stand before a dead machine for minutes. One that was started again on
   * purpose has.
   */
  private static final long AGAIN = 20;

  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path UP = Path.of("/proc/uptime");

  private final Path file;
  private final Path bootId;
  private final Path uptime;

  TrialAge(Path directory) {
    this(directory, BOOT, UP);
  }

  /** With other files to read time from, as the kernel writes them. */
  TrialAge(Path directory, Path bootId, Path uptime) {
    file = directory.resolve("trial-since");
    this.bootId = bootId;
    this.uptime = uptime;
  }

  /** A start of a trial; later ones within one time of being on change nothing. */
  void note(boolean first) throws IOException {
    if (first || seconds() < 0) {
      new Disk(Steps.NONE).replace(file, (boot() + " " + up()).getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** Whether it is too late for another start. */
  boolean tooLateForAnother() throws IOException {
    return seconds() > AGAIN;
  }

  /** Whether it should have ended long ago, one way or the other. */
  boolean overdue() throws IOException {
    return seconds() > FOR_EVER;
  }

  /** How long ago the first start was; negative when that is not known. */
  private long seconds() throws IOException {
    if (!Files.isRegularFile(file)) {
      return -1;
    }
    String[] noted = new String(Disk.small(file, 128), StandardCharsets.US_ASCII).split(" ");
    boolean known = noted.length == 2 && noted[0].equals(boot()) && noted[1].matches("[0-9]{1,12}");
    return known ? up() - Long.parseLong(noted[1]) : -1;
  }

  private String boot() throws IOException {
    return Files.readString(bootId).strip();
  }

  private long up() throws IOException {
    return (long) Double.parseDouble(Files.readString(uptime).split(" ")[0]);
  }
}
