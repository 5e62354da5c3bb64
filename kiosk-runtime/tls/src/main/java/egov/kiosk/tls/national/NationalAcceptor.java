package egov.kiosk.tls.national;

import egov.kiosk.tls.BoundedSocket;
import egov.kiosk.tls.LineException;
import egov.kiosk.tls.LineSettings;
import egov.kiosk.tls.SecuredLine;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * The other end of national lines, for what stands in front of a broker. Clients without a valid
 * certificate are refused. Files are read again every minute. Safe for use by several threads.
 */
public final class NationalAcceptor {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final LineSettings settings;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final SecureRandom random;
  private final TlsCrypto crypto;
  private Party party;
  private long opened;

  /**
   * Opens the files.
   *
   * @param settings trust file, certificate file and key file; all needed
   * @param nanos measures how old what was read is
   * @throws LineException when a file is missing or wrong
   */
  public NationalAcceptor(
      LineSettings settings, InstantSource clock, LongSupplier nanos, SecureRandom random)
      throws LineException {
    this.settings = settings;
    this.clock = clock;
    this.nanos = nanos;
    this.random = random;
    crypto = new BcTlsCrypto(random);
    party();
  }

  /**
   * Secures a connection that somebody made to us.
   *
   * @param accepted stays open when this fails
   * @param patience how long the handshake may take in all
   * @throws LineException saying why not
   * @throws java.net.SocketTimeoutException when the handshake took too long
   */
  public SecuredLine secure(BoundedSocket accepted, Duration patience) throws IOException {
    Server server = new Server(crypto, party());
    TlsServerProtocol protocol = new TlsServerProtocol();
    Pipe pipe = new Pipe(accepted, protocol, server);
    accepted.within(patience);
    pipe.secure(() -> protocol.accept(server));
    accepted.unbounded(0);
    return pipe;
  }

  private synchronized Party party() throws LineException {
    long now = nanos.getAsLong();
    if (party == null || now - opened > FRESH.toNanos()) {
      party = Party.open(settings, NationalSecurity::noKey, clock, random);
      opened = now;
    }
    return party;
  }
}
