package egov.kiosk.emulator.printer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.emulator.control.OrderException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A printer and one host at its port. */
final class PrinterTestBench implements AutoCloseable {
  static final int NO_ANSWER = -2;
  private static final int ANSWER_MILLIS = 5_000;

  private final PrinterEmulator printer;
  private final Path folder;
  private Socket host;

  PrinterTestBench(Path folder) throws Exception {
    this.folder = folder;
    printer = PrinterEmulator.start(List.of("--port", "0", "--out", folder.toString()));
    connect();
  }

  private void connect() throws IOException {
    host = new Socket();
    host.setReceiveBufferSize(4096);
    host.connect(new InetSocketAddress("127.0.0.1", port()));
    host.setSoTimeout(ANSWER_MILLIS);
  }

  void reconnect() throws IOException {
    host.close();
    connect();
  }

  void send(byte[] bytes) throws IOException {
    host.getOutputStream().write(bytes);
  }

  /** One byte from the printer. */
  int answer() throws IOException {
    return host.getInputStream().read();
  }

  /** One byte, or {@link #NO_ANSWER} after a short wait. */
  int answerSoon() throws IOException {
    host.setSoTimeout(300);
    try {
      return answer();
    } catch (SocketTimeoutException e) {
      return NO_ANSWER;
    } finally {
      host.setSoTimeout(ANSWER_MILLIS);
    }
  }

  int status(int n) throws IOException {
    send(new byte[] {0x10, 0x04, (byte) n});
    return answer();
  }

  String order(String line) throws OrderException {
    return printer.obey(List.of(line.split(" ")));
  }

  /** Waits for so many slips and gives the plain text of the last. */
  String slipText(int count) throws IOException {
    await().atMost(Duration.ofSeconds(60)).until(() -> order("slips").startsWith(count + " "));
    return Files.readString(folder.resolve("slip-%04d.txt".formatted(count)));
  }

  /** The plain text of whatever came out last, without waiting; empty when nothing did. */
  String newestText() throws IOException, OrderException {
    int count = slips();
    return count == 0 ? "" : Files.readString(folder.resolve("slip-%04d.txt".formatted(count)));
  }

  Path slipPicture(int count) throws IOException {
    slipText(count);
    return folder.resolve("slip-%04d.png".formatted(count));
  }

  int slips() throws OrderException {
    return Integer.parseInt(order("slips").split(" ")[0]);
  }

  long stat(String stats, String name) {
    for (String pair : stats.split(" ")) {
      if (pair.startsWith(name + "=")) {
        return Long.parseLong(pair.substring(name.length() + 1));
      }
    }
    throw new AssertionError("no " + name + " in " + stats);
  }

  /** Runs a tool on a picture and gives what it says. */
  static String tool(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), command[0] + " is needed and must succeed");
    return said;
  }

  @Override
  public void close() throws IOException {
    host.close();
    printer.close();
  }

  private int port() {
    return Integer.parseInt(printer.ready().replaceAll(".*port=", ""));
  }
}
