package egov.kiosk.tls.national;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.tls.LineException;
import egov.kiosk.tls.LineFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.TlsStreamSigner;

/**
 * Proves a certificate with a key that may never leave its module: the library hands over what is
 * to be signed, and the key signs it under the id of RFC 8998.
 */
final class Credentials implements TlsCredentialedSigner {
  private final Certificate shown;
  private final SigningKey key;

  /**
   * @param context what the certificate request said, to be repeated
   */
  Credentials(TlsCrypto crypto, SigningKey key, byte[] context) throws IOException {
    this(crypto, key, List.of(), context);
  }

  /** As above, showing those who stand behind the certificate, too. */
  Credentials(TlsCrypto crypto, SigningKey key, List<Sm2Certificate> behind, byte[] context)
      throws IOException {
    this.key = key;
    List<CertificateEntry> entries = new ArrayList<>();
    entries.add(new CertificateEntry(crypto.createCertificate(key.certificate().encoded()), null));
    for (Sm2Certificate authority : behind) {
      entries.add(new CertificateEntry(crypto.createCertificate(authority.encoded()), null));
    }
    shown = new Certificate(context, entries.toArray(CertificateEntry[]::new));
  }

  @Override
  public Certificate getCertificate() {
    return shown;
  }

  @Override
  public SignatureAndHashAlgorithm getSignatureAndHashAlgorithm() {
    return SignatureAndHashAlgorithm.sm2sig_sm3;
  }

  @Override
  public byte[] generateRawSignature(byte[] hash) throws IOException {
    throw new TlsFatalAlert(AlertDescription.internal_error, "SM2 signs messages, not hashes");
  }

  @Override
  public TlsStreamSigner getStreamSigner() {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    return new TlsStreamSigner() {
      @Override
      public OutputStream getOutputStream() {
        return message;
      }

      @Override
      public byte[] getSignature() throws IOException {
        return sign(message.toByteArray());
      }
    };
  }

  private byte[] sign(byte[] message) throws IOException {
    try {
      return key.sign(message, Rfc8998.userId());
    } catch (CryptoException e) {
      throw new TlsFatalAlert(
          AlertDescription.internal_error,
          new LineException(
              LineFault.OWN_UNFIT, "this machine's key cannot sign now: " + e.getMessage(), e));
    }
  }
}
