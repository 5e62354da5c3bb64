package egov.kiosk.socialcardreader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The real PC/SC service (Debian's pcscd) with the virtual reader of vsmartcard-vpcd, as a process
 * of the test's own: in a mount namespace where its fixed directory {@code /run/pcscd} is one below
 * {@code target}. The driver finds it by {@code PCSCLITE_CSOCK_NAME}. A pcscd of the machine is
 * neither used nor disturbed.
 */
final class PrivatePcscd implements AutoCloseable {
  /**
   * Ends with its standard input, so with a test that was killed; the start tells who has its
   * number.
   */
  private static final String SCRIPT =
      """
      exec 3<&0
      began=$(cut -d' ' -f22 "/proc/$$/stat")
      (
        while read -r _ <&3; do :; done
        [ "$(cut -d' ' -f22 "/proc/$$/stat")" = "$began" ] && kill "$$"
      ) 2>/dev/null &
      mount -t tmpfs tmpfs /run && mkdir /run/pcscd && mount --bind "$1" /run/pcscd \\
        && exec /usr/sbin/pcscd --foreground --critical --config "$2" 3<&- </dev/null
      """;

  private final Path run = Path.of(System.getProperty("kiosk.test.pcsc"));
  private final Path configuration = run.resolveSibling(run.getFileName() + "-readers");
  private final int port;
  private Process process;

  PrivatePcscd() {
    port = twoFreePorts();
    try {
      Files.createDirectories(run);
      Files.createDirectories(configuration);
      Files.writeString(configuration.resolve("none"), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The virtual reader has two slots at neighbouring ports. */
  private static int twoFreePorts() {
    for (int tries = 0; tries < 50; tries++) {
      try (ServerSocket one = new ServerSocket(0);
          ServerSocket next = new ServerSocket(one.getLocalPort() + 1)) {
        return one.getLocalPort();
      } catch (IOException | IllegalArgumentException e) {
        // The neighbour is taken; another pair.
      }
    }
    throw new IllegalStateException("no two neighbouring ports are free");
  }

  /** Where cards are put in. */
  int port() {
    return port;
  }

  void plugReader() {
    write(
        """
        FRIENDLYNAME "Kiosk Virtual PCD"
        DEVICENAME   /dev/null:0x%1$X
        LIBPATH      /usr/lib/pcsc/drivers/serial/libifdvpcd.so
        CHANNELID    0x%1$X
        """
            .formatted(port));
  }

  void unplugReader() {
    write("");
  }

  private void write(String reader) {
    try {
      Files.writeString(configuration.resolve("reader"), reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts the service with the readers plugged in by now: Debian's pcscd reads the list of readers
   * that are not on USB at its start only.
   */
  void start() {
    try {
      clear();
      process =
          new ProcessBuilder(
                  "unshare",
                  "--mount",
                  "sh",
                  "-c",
                  SCRIPT,
                  "pcscd",
                  run.toString(),
                  configuration.toString())
              .redirectErrorStream(true)
              .redirectOutput(run.resolveSibling(run.getFileName() + ".log").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .failFast("pcscd ended, see target/pcsc-*.log", () -> !process.isAlive())
        .until(() -> Files.exists(run.resolve("pcscd.comm")));
  }

  /** Ends it as a crash would. */
  void kill() {
    process.toHandle().destroyForcibly();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("pcscd does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void clear() throws IOException {
    try (Stream<Path> left = Files.list(run)) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      process.destroy();
      awaitEnd();
    }
  }
}
