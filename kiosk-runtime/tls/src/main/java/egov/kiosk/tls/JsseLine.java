package egov.kiosk.tls;

import egov.kiosk.crypto.certificate.AlternativeNames;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/**
 * A line made by any provider of JSSE: the JDK's, or the one an integrator brings for TLCP. The
 * chain is the context's to check; the name is checked here, so that no provider's idea of it
 * counts.
 */
public final class JsseLine implements SecuredLine {
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private final SSLSocket socket;
  private final LineFacts facts;

  private JsseLine(SSLSocket socket, LineFacts facts) {
    this.socket = socket;
    this.facts = facts;
  }

  /**
   * Secures a connection as its client.
   *
   * @param context whom to believe and what to show
   * @param connected to the other end
   * @param protocol the only one offered
   * @param suites the only ones offered
   * @throws LineException saying why not
   */
  public static JsseLine secure(
      SSLContext context, Socket connected, ServerName server, String protocol, List<String> suites)
      throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(connected, server.toString(), connected.getPort(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(new String[] {protocol});
    parameters.setCipherSuites(suites.toArray(String[]::new));
    parameters.setServerNames(
        server.indication().stream().<SNIServerName>map(SNIHostName::new).toList());
    socket.setSSLParameters(parameters);
    try {
      socket.startHandshake();
      server.check(names(socket));
    } catch (InterruptedIOException | LineException e) {
      throw e;
    } catch (IOException e) {
      throw JsseVerdicts.of(e);
    }
    return new JsseLine(
        socket,
        new LineFacts(socket.getSession().getProtocol(), socket.getSession().getCipherSuite(), ""));
  }

  @Override
  public InputStream input() {
    return new Input();
  }

  @Override
  public OutputStream output() {
    try {
      return socket.getOutputStream();
    } catch (IOException e) {
      throw new IllegalStateException("a secured line can be written to", e);
    }
  }

  @Override
  public LineFacts facts() {
    return facts;
  }

  /** Waits for a writer no longer than the socket's linger time. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no more use either way.
    }
  }

  private static AlternativeNames names(SSLSocket socket) throws SSLPeerUnverifiedException {
    List<String> dns = new ArrayList<>();
    List<byte[]> addresses = new ArrayList<>();
    Certificate[] chain = socket.getSession().getPeerCertificates();
    try {
      Collection<List<?>> found = ((X509Certificate) chain[0]).getSubjectAlternativeNames();
      for (List<?> name : found == null ? List.<List<?>>of() : found) {
        int kind = (Integer) name.get(0);
        if (kind == DNS_NAME) {
          dns.add((String) name.get(1));
        } else if (kind == IP_ADDRESS) {
          // The JDK gives literals here: no name service is asked.
          addresses.add(InetAddress.getByName((String) name.get(1)).getAddress());
        }
      }
    } catch (CertificateParsingException | IOException e) {
      return AlternativeNames.NONE;
    }
    return new AlternativeNames(dns, addresses);
  }

  /** In TLS 1.3 a server refuses the client's certificate after the client's handshake is over. */
  private final class Input extends FilterInputStream {
    Input() {
      super(stream());
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (SSLException e) {
        throw JsseVerdicts.of(e);
      }
    }
  }

  private InputStream stream() {
    try {
      return socket.getInputStream();
    } catch (IOException e) {
      throw new IllegalStateException("a secured line can be read from", e);
    }
  }
}
