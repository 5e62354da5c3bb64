package egov.kiosk.audit.export;

import egov.kiosk.audit.record.Entry;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Syslog over TLS (RFC 5425): octet counting, TLS 1.2 or 1.3, the collector's certificate checked
 * against a trust file and its subject alternative name against the host that was asked for. The
 * protocol has no receipts: what is finished was sent and the line closed in order, no more.
 */
public final class TlsSink implements Sink {
  private static final int DNS = 2;
  private static final int ADDRESS = 7;

  private final SSLSocket socket;
  private final OutputStream out;
  private final Syslog syslog;

  /**
   * Connects.
   *
   * @param trust PEM, the authorities the collector's certificate may come from; nobody else
   * @param patience how long connecting and each answer may take
   * @throws IOException when it cannot be reached or is not believed
   */
  public TlsSink(String host, int port, Path trust, Duration patience, Syslog syslog)
      throws IOException {
    this.syslog = syslog;
    int millis = Math.toIntExact(patience.toMillis());
    socket = (SSLSocket) socket(context(trust));
    try {
      socket.connect(new InetSocketAddress(host, port), millis);
      socket.setSoTimeout(millis);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      checkName(host, (X509Certificate) socket.getSession().getPeerCertificates()[0]);
      out = new BufferedOutputStream(socket.getOutputStream(), 16 * 1024);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private static java.net.Socket socket(SSLContext context) throws IOException {
    return context.getSocketFactory().createSocket();
  }

  private static SSLContext context(Path trust) throws IOException {
    try (InputStream in = Files.newInputStream(trust)) {
      Collection<? extends Certificate> authorities =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int n = 0;
      for (Certificate authority : authorities) {
        store.setCertificateEntry("authority-" + n++, authority);
      }
      if (n == 0) {
        throw new IOException(trust + " holds no certificate");
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(trust + " should hold certificates in PEM", e);
    }
  }

  /** By alternative name alone, never by common name; no wildcards. */
  private static void checkName(String host, X509Certificate certificate) throws IOException {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      for (List<?> name : names == null ? List.<List<?>>of() : names) {
        boolean kind = name.get(0).equals(DNS) || name.get(0).equals(ADDRESS);
        if (kind && host.equalsIgnoreCase(String.valueOf(name.get(1)))) {
          return;
        }
      }
    } catch (GeneralSecurityException e) {
      // Refused below.
    }
    throw new IOException("the collector's certificate does not name " + host);
  }

  @Override
  public void put(Entry entry, byte[] line) throws IOException {
    out.write(Syslog.framed(syslog.message(entry, line)));
  }

  @Override
  public void finish() throws IOException {
    out.flush();
    socket.shutdownOutput();
    // The collector closes in answer; a reset tells that something was not read.
    InputStream in = socket.getInputStream();
    try {
      while (in.read() >= 0) {
        // Collectors say nothing.
      }
    } catch (SocketTimeoutException e) {
      // Some keep the line open; everything was sent.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
