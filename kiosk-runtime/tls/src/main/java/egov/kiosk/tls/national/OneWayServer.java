package egov.kiosk.tls.national;

import egov.kiosk.crypto.certificate.Sm2Certificate;
import java.io.IOException;
import java.util.List;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCrypto;

/** The platform's end of lines on which only the platform proves itself: for enrolment alone. */
final class OneWayServer extends Server {
  private final Party party;

  OneWayServer(TlsCrypto crypto, Party party) {
    super(crypto, party);
    this.party = party;
  }

  @Override
  public TlsCredentials getCredentials() throws IOException {
    List<Sm2Certificate> behind = party.trust().authoritiesOf(party.key().certificate());
    return new Credentials(getCrypto(), party.key(), behind, TlsUtils.EMPTY_BYTES);
  }

  @Override
  public CertificateRequest getCertificateRequest() {
    return null;
  }
}
