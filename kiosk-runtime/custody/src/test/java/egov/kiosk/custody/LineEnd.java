package egov.kiosk.custody;

import egov.kiosk.crypto.certificate.AlternativeNames;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.custody.KioskKey;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.tls.BoundedServerSocket;
import egov.kiosk.tls.BoundedSocket;
import egov.kiosk.tls.LineException;
import egov.kiosk.tls.LineSettings;
import egov.kiosk.tls.SecuredLine;
import egov.kiosk.tls.SecuredSocket;
import egov.kiosk.tls.ServerName;
import egov.kiosk.tls.national.NationalAcceptor;
import egov.kiosk.tls.national.NationalSecurity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The platform's end of national lines; sends back what it gets, and says who was there. */
final class LineEnd implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.fixed(TestDevice.NOW);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LineSettings trusting;
  private final BoundedServerSocket listening;
  private final NationalAcceptor acceptor;
  private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();

  LineEnd(Path folder, CertificateAuthority authority) throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    IssuedKey broker =
        authority.issue(
            "broker.example",
            AlternativeNames.address(loopback.getAddress()),
            CertificateUse.SIGN,
            TestDevice.FROM,
            TestDevice.UNTIL);
    PemFiles.writeCertificates(folder.resolve("ca.pem"), List.of(authority.certificate()));
    PemFiles.writeCertificates(folder.resolve("broker.pem"), List.of(broker.certificate()));
    PemFiles.writeKey(folder.resolve("broker.key"), broker.key());
    trusting = LineSettings.of(LineSettings.NATIONAL).trusting(folder.resolve("ca.pem"));
    acceptor =
        new NationalAcceptor(
            trusting.showing(folder.resolve("broker.pem"), folder.resolve("broker.key")),
            CLOCK,
            System::nanoTime,
            new SecureRandom());
    listening = new BoundedServerSocket(new InetSocketAddress(loopback, 0), 10);
    thread("line-end", this::listen);
  }

  /** Connects as a kiosk does whose key is kept there; no key file is set. */
  SecuredSocket connect(KioskKey key) throws IOException {
    SecuredSocket socket =
        new SecuredSocket(
            new NationalSecurity(key, CLOCK, new SecureRandom()),
            ServerName.of("127.0.0.1"),
            trusting,
            PATIENCE);
    boolean secured = false;
    try {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), listening.getLocalPort()), 0);
      secured = true;
    } finally {
      if (!secured) {
        socket.close();
      }
    }
    return socket;
  }

  /** The name it saw proven, or the fault. */
  String outcome() throws InterruptedException {
    return String.valueOf(outcomes.poll(30, TimeUnit.SECONDS));
  }

  private void listen() {
    try {
      while (true) {
        BoundedSocket accepted = listening.accept();
        thread("line-end-one", () -> serve(accepted));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(BoundedSocket accepted) {
    try (accepted;
        SecuredLine line = acceptor.secure(accepted, PATIENCE)) {
      outcomes.add(line.facts().peer() + " " + line.facts().suite());
      line.input().transferTo(line.output());
    } catch (LineException e) {
      outcomes.add(e.fault().name());
    } catch (IOException e) {
      outcomes.add(e.getClass().getSimpleName());
    }
  }

  private static void thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
