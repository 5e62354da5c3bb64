package egov.kiosk.crypto.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.domain.audit.AuditSigner;
import egov.kiosk.domain.envelope.SealException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signs heads of the audit chain with the key that {@link CryptoComponent} has open. */
@Component(service = AuditSigner.class)
public final class AuditSignerComponent implements AuditSigner {
  private final CryptoComponent crypto;

  /** Stands beside the component that has the key open. */
  @Activate
  public AuditSignerComponent(@Reference CryptoComponent crypto) {
    this.crypto = crypto;
  }

  @Override
  public Signed sign(byte[] statement) throws SealException {
    SigningKey key = crypto.key();
    try {
      return new Signed(key.certificate().encoded(), key.sign(statement));
    } catch (CryptoException e) {
      throw new SealException("the head of the audit chain cannot be signed", e);
    }
  }

  @Override
  public byte[] certificate() throws SealException {
    return crypto.key().certificate().encoded();
  }
}
