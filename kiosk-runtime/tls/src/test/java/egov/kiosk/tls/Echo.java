package egov.kiosk.tls;

import egov.kiosk.tls.national.NationalAcceptor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A national end that sends back what it gets, and tells how each handshake went. */
public final class Echo implements AutoCloseable {
  private final BoundedServerSocket listening;
  private final NationalAcceptor acceptor;
  private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();

  private Echo(BoundedServerSocket listening, NationalAcceptor acceptor) {
    this.listening = listening;
    this.acceptor = acceptor;
  }

  public static Echo start(LineSettings settings) throws IOException {
    Echo echo =
        new Echo(
            new BoundedServerSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50),
            new NationalAcceptor(
                settings, InstantSource.system(), System::nanoTime, new SecureRandom()));
    Thread thread = new Thread(echo::serve, "echo");
    thread.setDaemon(true);
    thread.start();
    return echo;
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), listening.getLocalPort());
  }

  /** {@code secured zj-hz-000001}, or the fault. */
  public String outcome() throws InterruptedException {
    return String.valueOf(outcomes.poll(20, TimeUnit.SECONDS));
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void serve() {
    try {
      while (true) {
        BoundedSocket accepted = listening.accept();
        Thread thread = new Thread(() -> serve(accepted), "echo-one");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(BoundedSocket accepted) {
    try (Socket socket = accepted;
        SecuredLine line = acceptor.secure(accepted, Duration.ofSeconds(10))) {
      outcomes.add("secured " + line.facts().peer());
      line.input().transferTo(line.output());
      outcomes.add("ended");
    } catch (LineException e) {
      outcomes.add(e.fault().name());
    } catch (IOException e) {
      outcomes.add(e.getClass().getSimpleName());
    }
  }

  /** Sends these bytes and takes as many back. */
  static byte[] through(SecuredSocket socket, byte[] sent)
      throws IOException, InterruptedException {
    Thread writer =
        new Thread(
            () -> {
              try {
                socket.getOutputStream().write(sent);
              } catch (IOException e) {
                // The reader sees it.
              }
            });
    writer.start();
    ByteArrayOutputStream back = new ByteArrayOutputStream();
    byte[] buffer = new byte[5000];
    while (back.size() < sent.length) {
      int count = socket.getInputStream().read(buffer);
      if (count < 0) {
        break;
      }
      back.write(buffer, 0, count);
    }
    writer.join();
    return back.toByteArray();
  }
}
