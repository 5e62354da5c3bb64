package egov.kiosk.tls.national;

import egov.kiosk.tls.BoundedSocket;
import egov.kiosk.tls.LineSettings;
import egov.kiosk.tls.SecuredLine;
import egov.kiosk.tls.ServerName;
import java.io.IOException;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * National lines (TLS_SM4_GCM_SM3, RFC 8998) on which only the platform proves itself, for a
 * machine that is about to get its certificate. Nothing but enrolment may be carried so: the
 * kiosk's end believes an authority it knows by digest, the platform's end knows nothing about whom
 * it talks to. Safe for use by several threads.
 */
public final class OneWayLines {
  private final InstantSource clock;
  private final SecureRandom random;
  private final TlsCrypto crypto;

  /**
   * @param clock decides whether certificates are valid
   * @param random the system's generator
   */
  public OneWayLines(InstantSource clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
    crypto = new BcTlsCrypto(random);
  }

  /**
   * Secures a connection as the machine without a certificate.
   *
   * @param connected its reads end with {@code SocketTimeoutException}; stays open when this fails
   * @param server whom the technician named
   * @param pins the only authorities believed; the platform shows them in its chain
   * @throws egov.kiosk.tls.LineException saying why not
   */
  public SecuredLine connect(Socket connected, ServerName server, AuthorityPins pins)
      throws IOException {
    OneWayClient client = new OneWayClient(crypto, pins, server, clock);
    TlsClientProtocol protocol = new TlsClientProtocol();
    Pipe pipe = new Pipe(connected, protocol, client);
    pipe.secure(() -> protocol.connect(client));
    return pipe;
  }

  /**
   * Secures a connection as the platform.
   *
   * @param settings trust file with every authority up to the root, certificate file and key file;
   *     read anew for each connection
   * @param patience how long the handshake may take in all
   * @throws egov.kiosk.tls.LineException saying why not
   */
  public SecuredLine accept(BoundedSocket accepted, LineSettings settings, Duration patience)
      throws IOException {
    OneWayServer server =
        new OneWayServer(crypto, Party.open(settings, NationalSecurity::noKey, clock, random));
    TlsServerProtocol protocol = new TlsServerProtocol();
    Pipe pipe = new Pipe(accepted, protocol, server);
    accepted.within(patience);
    pipe.secure(() -> protocol.accept(server));
    return pipe;
  }
}
