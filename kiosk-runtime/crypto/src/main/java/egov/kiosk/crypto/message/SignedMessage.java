package egov.kiosk.crypto.message;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.SigningKey;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;

/**
 * SignedData of GB/T 35275 clause 8: content of type data, one signer, whose certificate is
 * included, no authenticated attributes. The signature is SM2 with SM3 over Z (user id {@code
 * 1234567812345678}) and the content octets. Immutable.
 *
 * <p>Reading takes exactly what writing makes: after the four variable parts are found, the message
 * is written again and must equal the input byte for byte.
 */
public final class SignedMessage {
  private static final SignatureCheck OWN_KEY =
      (signer, content, signature) -> signer.publicKey().verifies(content, signature);

  private final byte[] content;
  private final Sm2Certificate signer;
  private final byte[] signature;

  private SignedMessage(byte[] content, Sm2Certificate signer, byte[] signature) {
    this.content = content;
    this.signer = signer;
    this.signature = signature;
  }

  /**
   * Signs.
   *
   * @param content any bytes; copied
   * @throws CryptoException when the key cannot be used now
   */
  public static SignedMessage sign(SigningKey key, byte[] content) throws CryptoException {
    return new SignedMessage(content.clone(), key.certificate(), key.sign(content));
  }

  /**
   * Reads a SignedData, and verifies its signature with the key in the certificate it carries.
   * Whether that certificate is to be trusted is the next question: see {@code TrustStore}.
   *
   * @throws CryptoException {@link CryptoFault#MESSAGE_REFUSED} whatever is wrong
   */
  public static SignedMessage read(byte[] signedData) throws CryptoException {
    return parse(signedData).verified();
  }

  /** As {@link #read}, for a SignedData in its ContentInfo: a message that travels on its own. */
  public static SignedMessage readContentInfo(byte[] contentInfo) throws CryptoException {
    return readContentInfo(contentInfo, OWN_KEY);
  }

  /**
   * As above for a reader that hears the same signer again and again.
   *
   * @param check verifies the signature, sooner than the certificate alone could
   */
  public static SignedMessage readContentInfo(byte[] contentInfo, SignatureCheck check)
      throws CryptoException {
    try {
      ASN1Sequence outer = Gbt35275.parse(contentInfo);
      SignedMessage message = parts(ASN1Sequence.getInstance(Gbt35275.explicitAt(outer, 1)), check);
      if (Arrays.equals(message.contentInfo(), contentInfo)) {
        return message.verified(check);
      }
    } catch (IOException | RuntimeException e) {
      throw CryptoException.messageRefused();
    }
    throw CryptoException.messageRefused();
  }

  /** Verifies one signature with the key in a certificate. */
  @FunctionalInterface
  public interface SignatureCheck {
    /** Whether it is that key's over the content; the arrays are only read. */
    boolean holds(Sm2Certificate signer, byte[] content, byte[] signature);

    /** The certificate of these very bytes; whoever has it already need not read it again. */
    default Sm2Certificate certificate(byte[] der) throws CryptoException {
      return Sm2Certificate.parse(der);
    }
  }

  /** The DER of the SignedData, as it goes into an envelope. */
  public byte[] signedData() {
    try {
      return Gbt35275.der(structure());
    } catch (IOException e) {
      throw new IllegalStateException("Bouncy Castle cannot encode a signed message", e);
    }
  }

  /** The DER of the ContentInfo around it: a message that travels on its own. */
  public byte[] contentInfo() {
    try {
      return Gbt35275.der(Gbt35275.contentInfo(Gbt35275.SIGNED_DATA, structure()));
    } catch (IOException e) {
      throw new IllegalStateException("Bouncy Castle cannot encode a signed message", e);
    }
  }

  /** The bytes that were signed; a copy. */
  public byte[] content() {
    return content.clone();
  }

  /** The certificate that came with the message. */
  public Sm2Certificate signer() {
    return signer;
  }

  /** Reads without verifying: half of {@link #read}, and nothing to be handed out. */
  static SignedMessage parse(byte[] signedData) throws CryptoException {
    try {
      SignedMessage message = parts(Gbt35275.parse(signedData), OWN_KEY);
      if (Arrays.equals(message.signedData(), signedData)) {
        return message;
      }
    } catch (IOException | RuntimeException e) {
      throw CryptoException.messageRefused();
    }
    throw CryptoException.messageRefused();
  }

  /** This message, if its signature holds. */
  SignedMessage verified() throws CryptoException {
    return verified(OWN_KEY);
  }

  private SignedMessage verified(SignatureCheck check) throws CryptoException {
    if (!check.holds(signer, content, signature)) {
      throw CryptoException.messageRefused();
    }
    return this;
  }

  private static SignedMessage parts(ASN1Sequence signedData, SignatureCheck check)
      throws IOException, CryptoException {
    ASN1Sequence contentInfo = Gbt35275.sequenceAt(signedData, 2);
    ASN1Set certificates =
        ASN1Set.getInstance(
            ASN1TaggedObject.getInstance(signedData.getObjectAt(3), BERTags.CONTEXT_SPECIFIC, 0),
            false);
    ASN1Sequence signerInfo =
        ASN1Sequence.getInstance(ASN1Set.getInstance(signedData.getObjectAt(4)).getObjectAt(0));
    return new SignedMessage(
        ASN1OctetString.getInstance(Gbt35275.explicitAt(contentInfo, 1)).getOctets(),
        certificate(Gbt35275.der(certificates.getObjectAt(0)), check),
        ASN1OctetString.getInstance(signerInfo.getObjectAt(4)).getOctets());
  }

  private static Sm2Certificate certificate(byte[] der, SignatureCheck check)
      throws CryptoException {
    try {
      return check.certificate(der);
    } catch (CryptoException e) {
      throw CryptoException.messageRefused();
    }
  }

  private DERSequence structure() throws IOException {
    DERSequence signerInfo =
        Gbt35275.sequence(
            Gbt35275.VERSION_1,
            Gbt35275.issuerAndSerialNumber(signer),
            Gbt35275.SM3,
            Gbt35275.SM2_SIGN,
            new DEROctetString(signature));
    return Gbt35275.sequence(
        Gbt35275.VERSION_1,
        new DERSet(Gbt35275.SM3),
        Gbt35275.contentInfo(Gbt35275.DATA, new DEROctetString(content)),
        new DERTaggedObject(false, 0, new DERSet(ASN1Primitive.fromByteArray(signer.encoded()))),
        new DERSet(signerInfo));
  }
}
