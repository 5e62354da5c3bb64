package egov.kiosk.tls.national;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.custody.KioskKey;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.tls.LineSecurity;
import egov.kiosk.tls.LineSettings;
import egov.kiosk.tls.SecuredLine;
import egov.kiosk.tls.ServerName;
import java.io.IOException;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** National lines ({@code national}): TLS 1.3 with TLS_SM4_GCM_SM3 (RFC 8998), mutual. */
public final class NationalSecurity implements LineSecurity {
  private final KioskKey custody;
  private final InstantSource clock;
  private final SecureRandom random;
  private final TlsCrypto crypto;

  /**
   * @param custody gives the machine's own signing key, used by settings without a key file; the
   *     handshake asks it for one signature under an id and a text of its own, so that the key may
   *     be the one that signs messages
   * @param clock decides whether certificates are valid
   * @param random the system's generator
   */
  public NationalSecurity(KioskKey custody, InstantSource clock, SecureRandom random) {
    this.custody = custody;
    this.clock = clock;
    this.random = random;
    crypto = new BcTlsCrypto(random);
  }

  /** For machines whose key for lines is in a file. */
  public static NationalSecurity ofFiles(InstantSource clock, SecureRandom random) {
    return new NationalSecurity(NationalSecurity::noKey, clock, random);
  }

  @Override
  public String name() {
    return LineSettings.NATIONAL;
  }

  @Override
  public SecuredLine secure(Socket connected, ServerName server, LineSettings settings)
      throws IOException {
    Client client = new Client(crypto, Party.open(settings, custody, clock, random), server);
    TlsClientProtocol protocol = new TlsClientProtocol();
    Pipe pipe = new Pipe(connected, protocol, client);
    pipe.secure(() -> protocol.connect(client));
    return pipe;
  }

  /** What a machine says that keeps no key of its own. */
  static SigningKey noKey() throws CryptoException {
    throw new CryptoException(
        CryptoFault.KEY_ABSENT,
        "there is no key for lines; national lines need a certificate on both ends: set a certificate"
            + " file and a key file");
  }
}
