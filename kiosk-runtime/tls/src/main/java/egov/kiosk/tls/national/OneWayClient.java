package egov.kiosk.tls.national;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.tls.LineException;
import egov.kiosk.tls.LineFault;
import egov.kiosk.tls.ServerName;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.TlsCrypto;

/**
 * The end of a machine that has no certificate yet and knows no more than an authority's digest.
 */
final class OneWayClient extends Client {
  private final AuthorityPins pins;
  private final ServerName server;
  private final InstantSource clock;

  OneWayClient(TlsCrypto crypto, AuthorityPins pins, ServerName server, InstantSource clock) {
    super(crypto, null, server);
    this.pins = pins;
    this.server = server;
    this.clock = clock;
  }

  @Override
  boolean mutual() {
    return false;
  }

  @Override
  public void notifyServerCertificate(TlsServerCertificate shown) throws IOException {
    try {
      List<Sm2Certificate> chain = new ArrayList<>();
      for (int i = 0; i < shown.getCertificate().getLength(); i++) {
        chain.add(Sm2Certificate.parse(shown.getCertificate().getCertificateAt(i).getEncoded()));
      }
      believe(chain);
    } catch (LineException e) {
      throw Verdicts.alert(e);
    } catch (CryptoException e) {
      throw Verdicts.alert(Verdicts.about(e, clock.instant()));
    }
  }

  private void believe(List<Sm2Certificate> chain) throws CryptoException, LineException {
    List<Sm2Certificate> behind = chain.subList(1, chain.size());
    if (behind.stream().noneMatch(pins::names)) {
      throw new LineException(
          LineFault.NOT_TRUSTED,
          "no authority with the digest that was given stands behind it: compare the digest with"
              + " the operator's, then the address");
    }
    // Only the pinned one is an anchor: another self-signed one that is shown vouches for nobody.
    TrustStore trust =
        TrustStore.of(
            behind.stream().filter(one -> pins.names(one) || !one.issuedUnderOwnName()).toList());
    trust.check(chain.get(0), CertificateUse.SIGN, clock.instant());
    server.check(chain.get(0).alternativeNames());
    proven(chain.get(0));
  }

  /** Whoever asks gets an empty answer, as RFC 8446 §4.4.2 has it. */
  @Override
  public TlsCredentials getClientCredentials(CertificateRequest request) {
    return null;
  }
}
