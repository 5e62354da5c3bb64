package egov.kiosk.tls.national;

import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.tls.LineException;
import egov.kiosk.tls.LineFault;
import egov.kiosk.tls.ServerName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.tls.AbstractTlsClient;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CertificateStatusRequest;
import org.bouncycastle.tls.NameType;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.TlsCrypto;

/** A kiosk's or worker's end: offers one suite, and believes only the server it asked for. */
class Client extends AbstractTlsClient implements TlsAuthentication, Proven {
  private final Party party;
  private final ServerName server;
  private String peer = "";
  private boolean asked;

  Client(TlsCrypto crypto, Party party, ServerName server) {
    super(crypto);
    this.party = party;
    this.server = server;
  }

  @Override
  public String peer() {
    return peer;
  }

  /** Notes who the other end is. */
  final void proven(Sm2Certificate certificate) {
    peer = certificate.commonName();
  }

  @Override
  public TlsAuthentication getAuthentication() {
    return this;
  }

  @Override
  public void notifyServerCertificate(TlsServerCertificate shown) throws IOException {
    try {
      Sm2Certificate certificate =
          party.believed(shown.getCertificate().getCertificateAt(0).getEncoded());
      server.check(certificate.alternativeNames());
      proven(certificate);
    } catch (LineException e) {
      throw Verdicts.alert(e);
    }
  }

  @Override
  public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
    asked = true;
    return new Credentials(getCrypto(), party.key(), request.getCertificateRequestContext());
  }

  /** A server that asks nobody for a certificate lets everybody in: not one for this fleet. */
  @Override
  public void notifyHandshakeComplete() throws IOException {
    super.notifyHandshakeComplete();
    if (mutual() && !asked) {
      throw new TlsFatalAlert(
          AlertDescription.access_denied,
          new LineException(
              LineFault.NOTHING_COMMON,
              "it does not ask for this machine's certificate; national lines are mutual: correct"
                  + " its settings"));
    }
  }

  /** Whether both ends prove themselves. */
  boolean mutual() {
    return true;
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
  @SuppressWarnings("rawtypes")
  protected Vector getSupportedGroups(Vector roles) {
    return Rfc8998.groupList();
  }

  @Override
  @SuppressWarnings("rawtypes")
  protected Vector getSupportedSignatureAlgorithms() {
    return Rfc8998.signatures();
  }

  @Override
  protected CertificateStatusRequest getCertificateStatusRequest() {
    return null;
  }

  @Override
  @SuppressWarnings("rawtypes")
  protected Vector getSNIServerNames() {
    return server
        .indication()
        .map(
            name ->
                new Vector<>(
                    List.of(
                        new org.bouncycastle.tls.ServerName(
                            NameType.host_name, name.getBytes(StandardCharsets.US_ASCII)))))
        .orElse(null);
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
