package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.certificate.Sm2Certificate;

/** What was in an envelope that is intact, and who signed it. Immutable. */
public final class OpenedEnvelope {
  private final Sm2Certificate signer;
  private final byte[] content;
  private final String envelopeSm3;

  OpenedEnvelope(Sm2Certificate signer, byte[] content, String envelopeSm3) {
    this.signer = signer;
    this.content = content;
    this.envelopeSm3 = envelopeSm3;
  }

  /** The kiosk that signed: the common name in its certificate. */
  public String kioskId() {
    return signer.commonName();
  }

  /** The certificate of who signed; it was checked. */
  public Sm2Certificate signer() {
    return signer;
  }

  /** The canonical bytes of the message; a copy. Personal data. */
  public byte[] content() {
    return content.clone();
  }

  /** SM3 of the envelope, 64 hexadecimal digits in lower case: what the receipt repeats. */
  public String envelopeSm3() {
    return envelopeSm3;
  }

  @Override
  public String toString() {
    return "OpenedEnvelope[" + content.length + " bytes from " + signer + "]";
  }
}
