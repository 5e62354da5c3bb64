package egov.kiosk.domain.audit;

import egov.kiosk.domain.envelope.SealException;

/**
 * Signs heads of the audit chain with the kiosk's key, wherever that is kept (SM2 with SM3, GB/T
 * 32918). Safe for use by several threads; may take seconds when the key is in a slow module.
 */
public interface AuditSigner {
  /**
   * A signature and whose it is.
   *
   * @param certificate DER, of the key that signed
   * @param signature DER SEQUENCE of r and s
   */
  record Signed(byte[] certificate, byte[] signature) {
    public Signed {
      certificate = certificate.clone();
      signature = signature.clone();
    }

    @Override
    public byte[] certificate() {
      return certificate.clone();
    }

    @Override
    public byte[] signature() {
      return signature.clone();
    }
  }

  /**
   * Signs.
   *
   * @throws SealException when key or certificate are not in order now
   */
  Signed sign(byte[] statement) throws SealException;

  /** The DER certificate that {@link #sign} would name now. */
  byte[] certificate() throws SealException;
}
