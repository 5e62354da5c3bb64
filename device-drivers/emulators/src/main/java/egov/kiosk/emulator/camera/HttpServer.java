package egov.kiosk.emulator.camera;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The emulated camera in the network: MJPEG over HTTP, or lies. */
final class HttpServer implements AutoCloseable {
  private static final String BOUNDARY = "emulatedpictures";
  private static final long FRAME_MILLIS = 1000 / FrameLoop.FRAMES_A_SECOND;

  private final ServerSocket door;
  private final Supplier<byte[]> newest;
  private final Set<Socket> viewers = ConcurrentHashMap.newKeySet();
  private volatile HttpLie lie = HttpLie.NONE;

  private HttpServer(ServerSocket door, Supplier<byte[]> newest) {
    this.door = door;
    this.newest = newest;
  }

  static HttpServer start(String host, int port, Supplier<byte[]> newest) throws IOException {
    HttpServer server =
        new HttpServer(new ServerSocket(port, 8, InetAddress.getByName(host)), newest);
    server.thread(server::accept, "emulator-camera-http");
    return server;
  }

  int port() {
    return door.getLocalPort();
  }

  /** Also ends the answers under way. */
  void lie(HttpLie next) {
    lie = next;
    viewers.forEach(HttpServer::shut);
  }

  private void thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket viewer = door.accept();
        viewers.add(viewer);
        thread(() -> serve(viewer), "emulator-camera-viewer");
      } catch (IOException e) {
        // Closed, or this one viewer went.
      }
    }
  }

  private void serve(Socket viewer) {
    try (viewer) {
      BufferedReader request =
          new BufferedReader(new InputStreamReader(viewer.getInputStream(), US_ASCII));
      for (String line = request.readLine(); line != null && !line.isEmpty(); ) {
        line = request.readLine();
      }
      answer(viewer.getOutputStream());
    } catch (IOException e) {
      // The viewer has seen enough.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      viewers.remove(viewer);
    }
  }

  private void answer(OutputStream out) throws IOException, InterruptedException {
    switch (lie) {
      case NONE, NO_LENGTH -> pictures(out, lie == HttpLie.NONE);
      case REDIRECT -> say(out, "HTTP/1.0 302 Found\r\nLocation: http://192.0.2.1/video\r\n\r\n");
      case GARBAGE -> say(out, "\0\1\2\3 nothing that anybody understands\r\n\r\n");
      case HUGE -> say(out, head() + "--" + BOUNDARY + "\r\nContent-Length: 900000000\r\n\r\n");
      case ENDLESS -> {
        say(out, head() + "--" + BOUNDARY + "\r\n\r\n");
        byte[] noise = new byte[64 * 1024];
        Arrays.fill(noise, (byte) 'x');
        while (!door.isClosed()) {
          out.write(noise);
        }
      }
      case DRIP -> {
        for (byte letter : (head() + "-".repeat(600)).getBytes(US_ASCII)) {
          out.write(letter);
          Thread.sleep(1000);
        }
      }
      case SILENT -> Thread.sleep(60_000);
    }
  }

  private static String head() {
    return "HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary="
        + BOUNDARY
        + "\r\n\r\n";
  }

  private void pictures(OutputStream out, boolean withLength)
      throws IOException, InterruptedException {
    say(out, head());
    byte[] shown = {};
    while (!door.isClosed()) {
      byte[] jpeg = newest.get();
      if (jpeg != shown) {
        shown = jpeg;
        say(out, "--" + BOUNDARY + "\r\nContent-Type: image/jpeg\r\n");
        say(out, withLength ? "Content-Length: " + jpeg.length + "\r\n\r\n" : "\r\n");
        out.write(jpeg);
        say(out, "\r\n");
      }
      Thread.sleep(FRAME_MILLIS / 4);
    }
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(US_ASCII));
  }

  private static void shut(Socket viewer) {
    try {
      viewer.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      System.err.println("camera: the network side did not close: " + e.getMessage());
    }
    viewers.forEach(HttpServer::shut);
  }
}
