package egov.kiosk.tls.national;

import egov.kiosk.tls.LineException;
import egov.kiosk.tls.LineFault;
import java.io.IOException;
import org.bouncycastle.tls.AbstractTlsServer;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCrypto;

/** The platform's end: takes one suite, and nobody without a certificate. */
class Server extends AbstractTlsServer implements Proven {
  private final Party party;
  private String peer = "";

  Server(TlsCrypto crypto, Party party) {
    super(crypto);
    this.party = party;
  }

  @Override
  public String peer() {
    return peer;
  }

  @Override
  public TlsCredentials getCredentials() throws IOException {
    return new Credentials(getCrypto(), party.key(), TlsUtils.EMPTY_BYTES);
  }

  @Override
  public CertificateRequest getCertificateRequest() throws IOException {
    return new CertificateRequest(TlsUtils.EMPTY_BYTES, Rfc8998.signatures(), null, null);
  }

  @Override
  public void notifyClientCertificate(Certificate shown) throws IOException {
    try {
      if (shown == null || shown.isEmpty()) {
        throw new LineException(LineFault.OWN_REFUSED, "the client shows no certificate");
      }
      peer = party.believed(shown.getCertificateAt(0).getEncoded()).commonName();
    } catch (LineException e) {
      throw Verdicts.alert(e);
    }
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return Rfc8998.versions();
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return Rfc8998.suites();
  }

  @Override
  public int[] getSupportedGroups() {
    return Rfc8998.groups();
  }

  @Override
  public int getMaxHandshakeMessageSize() {
    return Rfc8998.LARGEST_MESSAGE;
  }

  @Override
  public int getMaxCertificateChainLength() {
    return Rfc8998.LONGEST_CHAIN;
  }
}
