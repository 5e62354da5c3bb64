package egov.kiosk.town;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An office printer: CUPS' own IPP Everywhere printer as a process (Debian: cups-ipp-utils). It
 * does not start without a name service, so it gets one of its own on a private bus (dbus-daemon,
 * avahi-daemon). Its paper is a folder. A file {@code hold} in its folder keeps a sheet waiting;
 * while a sheet waits, the lines of a file {@code say} are passed on to the printer.
 */
public final class OfficePrinter implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  /** What prints a sheet: waits while it is held, and tells meanwhile what is wrong. */
  private static final String PRINT =
      """
      #!/bin/sh
      cd "$(dirname "$0")"
      for i in $(seq 1200); do
        [ -f say ] && mv say said && cat said >&2
        [ -f hold ] || break
        sleep 0.1
      done
      echo done >> printed
      """;

  /** What a sheet that waits can come upon, as IPP's printer-state-reasons. */
  private static final Map<String, String> REASONS =
      Map.of(
          "paper-out", "+media-empty",
          "paper-in", "-media-empty",
          "jam", "+media-jam",
          "unjam", "-media-jam",
          "cover-open", "+cover-open",
          "cover-closed", "-cover-open",
          "toner-low", "+toner-low",
          "toner-full", "-toner-low");

  private final Path folder;
  private final int port;
  private final List<Process> processes = new ArrayList<>();
  private Process paper;

  private OfficePrinter(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  static OfficePrinter start(Path folder, Consumer<AutoCloseable> started)
      throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("spool"));
    OfficePrinter printer = new OfficePrinter(folder, freePort());
    started.accept(printer);
    printer.nameService();
    printer.printer();
    return printer;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private void nameService() throws IOException, InterruptedException {
    Path bus = folder.resolve("bus.conf");
    Files.writeString(
        bus,
        "<busconfig><type>custom</type><listen>"
            + busAddress()
            + "</listen><auth>EXTERNAL</auth><policy context=\"default\">"
            + "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
            + "<allow own=\"*\"/><allow user=\"*\"/></policy></busconfig>");
    Path avahi = folder.resolve("avahi.conf");
    Files.writeString(avahi, "[server]\nuse-ipv6=no\nallow-interfaces=lo\nenable-dbus=yes\n");
    run("dbus-daemon", "--config-file=" + bus, "--nofork", "--nopidfile");
    await("dbus-daemon", () -> Files.exists(folder.resolve("bus")));
    run("avahi-daemon", "-f", avahi.toString(), "--no-drop-root", "--no-chroot", "--no-rlimits");
    await(
        "avahi-daemon",
        () ->
            Files.readString(folder.resolve("avahi-daemon.log"))
                .contains("Server startup complete"));
  }

  private synchronized void printer() throws IOException, InterruptedException {
    Path print = folder.resolve("print.sh");
    Files.writeString(print, PRINT);
    Files.setPosixFilePermissions(print, PosixFilePermissions.fromString("rwxr-xr-x"));
    paper =
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
            print.toString(),
            "-f",
            "application/pdf,image/pwg-raster",
            "-n",
            "localhost",
            "kiosk-a4");
    await("ippeveprinter", this::listens);
  }

  private boolean listens() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private String busAddress() {
    return "unix:path=" + folder.resolve("bus");
  }

  private Process run(String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Tether.to(List.of(command)))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(command[0] + ".log").toFile());
    builder.environment().putAll(Map.of("DBUS_SYSTEM_BUS_ADDRESS", busAddress()));
    try {
      Process process = builder.start();
      processes.add(process);
      return process;
    } catch (IOException e) {
      throw new IOException(
          command[0] + " is missing; install cups-ipp-utils, avahi-daemon and dbus", e);
    }
  }

  /** Something that is so some time after a start. */
  private interface Condition {
    boolean holds() throws IOException;
  }

  private void await(String command, Condition condition) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new IOException(command + " did not start; see " + folder);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** Where the kiosk finds it. */
  String address() {
    return "ipp://localhost:" + port + "/ipp/print";
  }

  /** Keeps sheets waiting in the printer, or lets them out. */
  public void hold(boolean yes) throws IOException {
    if (yes) {
      Files.writeString(folder.resolve("hold"), "");
    } else {
      Files.deleteIfExists(folder.resolve("hold"));
    }
  }

  /**
   * An order: {@code hold}, {@code go}, {@code off}, {@code on}, {@code stats}, or what the sheet
   * that waits comes upon, e.g. {@code paper-out}.
   */
  public synchronized String command(String order) throws IOException {
    try {
      switch (order) {
        case "hold", "go" -> hold(order.equals("hold"));
        case "off" -> paper.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        case "on" -> {
          if (!paper.isAlive()) {
            processes.remove(paper);
            printer();
          }
        }
        case "stats" -> {
          return "printed=" + printed();
        }
        default -> say(order);
      }
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void say(String order) throws IOException {
    String reason = REASONS.get(order);
    if (reason == null) {
      throw new IOException("the page printer does not know the order " + order);
    }
    Path next = folder.resolve("say.new");
    Files.writeString(next, "STATE: " + reason + "\n");
    Files.move(next, folder.resolve("say"), StandardCopyOption.REPLACE_EXISTING);
  }

  /** How many jobs came to their end on paper. */
  public long printed() throws IOException {
    Path book = folder.resolve("printed");
    if (!Files.exists(book)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(book)) {
      return lines.count();
    }
  }

  @Override
  public void close() {
    for (int i = processes.size() - 1; i >= 0; i--) {
      processes.get(i).destroyForcibly();
    }
    for (Process process : processes) {
      try {
        process.waitFor(5, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
