package egov.kiosk.pageprinter;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * CUPS' own IPP Everywhere printer as a process (Debian: cups-ipp-utils). It will not start without
 * a name service, so it gets one of its own on a private bus (dbus, avahi-daemon).
 *
 * <p>Its print command waits while a file {@code hold} exists and meanwhile passes the lines of a
 * file {@code say} on to the printer, e.g. {@code STATE: +media-empty}.
 */
final class IppeveProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(40);

  private final Path folder;
  private final int port;
  private final List<Process> helpers = new ArrayList<>();
  private Process printer;

  private IppeveProcess(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  static IppeveProcess start(Path folder) throws IOException {
    IppeveProcess process = new IppeveProcess(folder, freePort());
    try {
      process.helpers();
      process.printerOn();
      return process;
    } catch (IOException | RuntimeException e) {
      process.close();
      throw e;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      return socket.getLocalPort();
    }
  }

  private void helpers() throws IOException {
    Path bus = folder.resolve("bus");
    Files.writeString(
        folder.resolve("bus.conf"),
        "<busconfig><type>custom</type><listen>unix:path="
            + bus
            + "</listen><auth>EXTERNAL</auth><policy context=\"default\">"
            + "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
            + "<allow own=\"*\"/><allow user=\"*\"/></policy></busconfig>");
    Files.writeString(
        folder.resolve("avahi.conf"),
        "[server]\nuse-ipv4=yes\nuse-ipv6=yes\nallow-interfaces=lo\nenable-dbus=yes\n");
    helpers.add(
        run(
            "dbus-daemon",
            "--config-file=" + folder.resolve("bus.conf"),
            "--nofork",
            "--nopidfile"));
    Awaitility.await().atMost(START).until(() -> Files.exists(bus));
    helpers.add(
        run(
            // It keeps its number in /run and ends when another's is there.
            "unshare",
            "--mount",
            "sh",
            "-c",
            "mount -t tmpfs tmpfs /run && exec avahi-daemon \"$@\"",
            "avahi-daemon",
            "-f",
            folder.resolve("avahi.conf").toString(),
            "--no-drop-root",
            "--no-chroot",
            "--no-rlimits"));
    Awaitility.await()
        .atMost(START)
        .until(() -> log("unshare").contains("Server startup complete"));
    Files.writeString(
        folder.resolve("print.sh"),
        "#!/bin/sh\ncd '"
            + folder
            + "'\nfor i in $(seq 600); do\n"
            + "  [ -f say ] && mv say said && cat said >&2\n"
            + "  [ -f hold ] || exit 0\n  sleep 0.1\ndone\nexit 1\n");
    Files.setPosixFilePermissions(
        folder.resolve("print.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectory(folder.resolve("spool"));
  }

  void printerOn() throws IOException {
    printer =
        run(
            "ippeveprinter",
            "-r",
            "off",
            "-p",
            Integer.toString(port),
            "-d",
            folder.resolve("spool").toString(),
            "-k",
            "-c",
            folder.resolve("print.sh").toString(),
            "-f",
            "application/pdf,image/pwg-raster",
            "-n",
            "localhost",
            "kiosk-a4");
    Awaitility.await().atMost(START).ignoreExceptions().until(this::listens);
  }

  private boolean listens() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    }
  }

  void printerOff() throws InterruptedException {
    printer.toHandle().destroyForcibly();
    printer.waitFor(10, TimeUnit.SECONDS);
  }

  private Process run(String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.toFile(), command[0] + ".log"));
    builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + folder.resolve("bus"));
    return builder.start();
  }

  private String log(String command) throws IOException {
    return Files.readString(folder.resolve(command + ".log"));
  }

  String address(String host) {
    return "ipp://" + host + ":" + port + "/ipp/print";
  }

  /** What the next (or the waiting) print command passes on to the printer. */
  void say(String... lines) throws IOException {
    Path next = folder.resolve("say.new");
    Files.write(next, List.of(lines));
    Files.move(next, folder.resolve("say"));
  }

  void hold(boolean yes) throws IOException {
    if (yes) {
      Files.createFile(folder.resolve("hold"));
    } else {
      Files.deleteIfExists(folder.resolve("hold"));
    }
  }

  /** The documents the printer keeps (told to, for the tests). */
  List<Path> spool() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("spool"))) {
      // Beside each document lies what the print command wrote, as .prn.
      return files.filter(file -> !file.toString().endsWith(".prn")).sorted().toList();
    }
  }

  @Override
  public void close() {
    if (printer != null) {
      printer.toHandle().destroyForcibly();
    }
    for (int i = helpers.size() - 1; i >= 0; i--) {
      helpers.get(i).destroy();
      try {
        helpers.get(i).waitFor(5, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      helpers.get(i).destroyForcibly();
    }
  }
}
