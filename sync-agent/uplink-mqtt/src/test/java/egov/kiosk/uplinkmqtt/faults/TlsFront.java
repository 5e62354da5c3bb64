package egov.kiosk.uplinkmqtt.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** TLS in front of a broker. */
final class TlsFront implements AutoCloseable {
  private final SSLServerSocket listening;

  private TlsFront(SSLServerSocket listening) {
    this.listening = listening;
  }

  /**
   * @param port the broker's
   * @param keys one key and its certificates
   */
  static TlsFront before(int port, KeyStore keys) throws IOException, GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, TlsKeys.PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    SSLServerSocket listening =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    TlsFront front = new TlsFront(listening);
    run(() -> front.serve(port));
    return front;
  }

  int port() {
    return listening.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void serve(int port) {
    try {
      while (true) {
        Socket client = listening.accept();
        Socket onward = new Socket(InetAddress.getLoopbackAddress(), port);
        run(() -> copy(client, onward));
        run(() -> copy(onward, client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Either end is gone.
    }
  }

  private static void run(Runnable task) {
    Thread thread = new Thread(task, "tls-front");
    thread.setDaemon(true);
    thread.start();
  }
}
