package egov.kiosk.checks.kura.stock;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** One line in, one line out, on loopback: the console for a test. */
public final class ConsoleDoor implements AutoCloseable {
  /** Answers a line. */
  @FunctionalInterface
  interface Answers {
    String answer(String line) throws Exception;
  }

  private final ServerSocket server;
  private final Answers answers;

  private ConsoleDoor(ServerSocket server, Answers answers) {
    this.server = server;
    this.answers = answers;
  }

  /**
   * Opens it.
   *
   * @param file gets the port
   */
  static ConsoleDoor open(Path file, Answers answers) throws IOException {
    ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    ConsoleDoor door = new ConsoleDoor(server, answers);
    Thread thread = new Thread(door::serve, "stock-console");
    thread.setDaemon(true);
    thread.start();
    Path fresh = file.resolveSibling("console.port.new");
    Files.writeString(fresh, Integer.toString(server.getLocalPort()));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    return door;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket caller = server.accept()) {
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = caller.getOutputStream();
        out.write((answer(in.readLine()) + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // The caller went, or the door is closed.
      }
    }
  }

  private String answer(String line) {
    try {
      return "ok " + answers.answer(line);
    } catch (Exception e) {
      return "error " + e;
    }
  }

  /**
   * Asks the console of a running process.
   *
   * @param file that has the port
   * @return what it answered
   * @throws IOException when it refused, with what it said
   */
  public static String ask(Path file, String line) throws IOException {
    int port = Integer.parseInt(Files.readString(file).strip());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      String answer =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      if (answer == null || !answer.startsWith("ok ")) {
        throw new IOException(line + ": " + answer);
      }
      return answer.substring(3);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
