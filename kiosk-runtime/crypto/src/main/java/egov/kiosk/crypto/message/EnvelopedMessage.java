package egov.kiosk.crypto.message;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.OpeningKey;
import egov.kiosk.crypto.sm.HedgedRandom;
import egov.kiosk.crypto.sm.Sm2Encryption;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.crypto.sm.Sm4Cbc;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * EnvelopedData of GB/T 35275 clause 9 in its ContentInfo, for one recipient: a fresh SM4 key,
 * encrypted with SM2 for the recipient's encryption certificate (SM2Cipher of GB/T 35276), and the
 * content under SM4-CBC with PKCS#7 padding. The content is of type signedData, the whole DER of
 * the SignedData, tag and length included; or of type data, when all of this is inside something
 * signed. Immutable.
 *
 * <p>Reading takes exactly what writing makes, as {@link SignedMessage} does.
 */
public final class EnvelopedMessage {
  /** The DER of a signature with r = s = 1: in range, and nobody's. */
  private static final byte[] DECOY = {0x30, 6, 2, 1, 1, 2, 1, 1};

  private final ASN1ObjectIdentifier contentType;
  private final Sm2Certificate recipient;
  private final byte[] encryptedKey;
  private final byte[] iv;
  private final byte[] ciphertext;

  private EnvelopedMessage(
      ASN1ObjectIdentifier contentType,
      Sm2Certificate recipient,
      byte[] encryptedKey,
      byte[] iv,
      byte[] ciphertext) {
    this.contentType = contentType;
    this.recipient = recipient;
    this.encryptedKey = encryptedKey;
    this.iv = iv;
    this.ciphertext = ciphertext;
  }

  /**
   * Encrypts a SignedData.
   *
   * @param recipient the recipient's encryption certificate
   * @param signedData its DER
   * @param random begun for this message: key, initial vector and SM2's k come from it
   * @return the DER of the ContentInfo
   */
  public static byte[] seal(Sm2Certificate recipient, byte[] signedData, HedgedRandom random) {
    return seal(Gbt35275.SIGNED_DATA, recipient, signedData, random);
  }

  /**
   * Encrypts plain data, for a message that is signed outside: CBC alone tells no change.
   *
   * @param recipient the recipient's encryption certificate
   * @param random begun for this message
   * @return the DER of the ContentInfo
   */
  public static byte[] sealData(Sm2Certificate recipient, byte[] data, HedgedRandom random) {
    return seal(Gbt35275.DATA, recipient, data, random);
  }

  private static byte[] seal(
      ASN1ObjectIdentifier contentType,
      Sm2Certificate recipient,
      byte[] content,
      HedgedRandom random) {
    byte[] key = new byte[Sm4Cbc.BLOCK];
    byte[] iv = new byte[Sm4Cbc.BLOCK];
    random.nextBytes(key);
    random.nextBytes(iv);
    try {
      return new EnvelopedMessage(
              contentType,
              recipient,
              Sm2Encryption.encrypt(recipient.publicKey(), key, random),
              iv,
              Sm4Cbc.encrypt(key, iv, content))
          .contentInfo();
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /**
   * Decrypts, and reads and verifies the signed message inside.
   *
   * @param recipient the certificate the message must be meant for
   * @param key its private key
   * @param contentInfo the message
   * @return the message, whose signature holds under the certificate it carries; whether that one
   *     is to be trusted is the next question
   * @throws CryptoException {@link CryptoFault#MESSAGE_REFUSED} whatever is wrong
   */
  public static SignedMessage open(Sm2Certificate recipient, Sm2PrivateKey key, byte[] contentInfo)
      throws CryptoException {
    return open(recipient, encrypted -> Sm2Encryption.decrypt(key, encrypted), contentInfo);
  }

  /**
   * As above with a key that is kept elsewhere.
   *
   * @throws CryptoException {@link CryptoFault#MESSAGE_REFUSED} whatever is wrong with the message,
   *     or why the key cannot be used now
   */
  public static SignedMessage open(OpeningKey key, byte[] contentInfo) throws CryptoException {
    return open(key.certificate(), key::open, contentInfo);
  }

  private static SignedMessage open(Sm2Certificate recipient, ContentKeys keys, byte[] contentInfo)
      throws CryptoException {
    EnvelopedMessage message;
    byte[] contentKey;
    try {
      message = read(Gbt35275.SIGNED_DATA, recipient, contentInfo);
      contentKey = keys.open(message.encryptedKey);
    } catch (IOException | RuntimeException e) {
      throw CryptoException.messageRefused();
    }
    SignedMessage inside;
    try {
      inside = SignedMessage.parse(Sm4Cbc.decrypt(contentKey, message.iv, message.ciphertext));
    } catch (CryptoException e) {
      // Wrong padding must take as long as a wrong signature, or CBC can be read byte by byte.
      recipient.publicKey().verifies(contentInfo, DECOY);
      throw e;
    } finally {
      Arrays.fill(contentKey, (byte) 0);
    }
    return inside.verified();
  }

  /**
   * Decrypts what {@link #sealData} made. Only for a message whose signature outside holds: nobody
   * else may try.
   *
   * @throws CryptoException {@link CryptoFault#MESSAGE_REFUSED} whatever is wrong
   */
  public static byte[] openData(Sm2Certificate recipient, Sm2PrivateKey key, byte[] contentInfo)
      throws CryptoException {
    try {
      EnvelopedMessage message = read(Gbt35275.DATA, recipient, contentInfo);
      byte[] contentKey = Sm2Encryption.decrypt(key, message.encryptedKey);
      return Sm4Cbc.decrypt(contentKey, message.iv, message.ciphertext);
    } catch (IOException | RuntimeException e) {
      throw CryptoException.messageRefused();
    }
  }

  private static EnvelopedMessage read(
      ASN1ObjectIdentifier contentType, Sm2Certificate recipient, byte[] contentInfo)
      throws IOException, CryptoException {
    ASN1Sequence outer = Gbt35275.parse(contentInfo);
    ASN1Sequence parts = ASN1Sequence.getInstance(Gbt35275.explicitAt(outer, 1));
    ASN1Sequence recipientInfo =
        ASN1Sequence.getInstance(ASN1Set.getInstance(parts.getObjectAt(1)).getObjectAt(0));
    byte[] encryptedKey = ASN1OctetString.getInstance(recipientInfo.getObjectAt(3)).getOctets();
    ASN1Sequence contents = Gbt35275.sequenceAt(parts, 2);
    byte[] iv =
        ASN1OctetString.getInstance(
                AlgorithmIdentifier.getInstance(contents.getObjectAt(1)).getParameters())
            .getOctets();
    byte[] ciphertext =
        ASN1OctetString.getInstance(
                ASN1TaggedObject.getInstance(contents.getObjectAt(2), BERTags.CONTEXT_SPECIFIC, 0),
                false)
            .getOctets();
    EnvelopedMessage message =
        new EnvelopedMessage(contentType, recipient, encryptedKey, iv, ciphertext);
    if (!Arrays.equals(message.contentInfo(), contentInfo)) {
      throw CryptoException.messageRefused();
    }
    return message;
  }

  private byte[] contentInfo() {
    try {
      return Gbt35275.der(
          Gbt35275.contentInfo(
              Gbt35275.ENVELOPED_DATA,
              Gbt35275.sequence(
                  Gbt35275.VERSION_1,
                  new DERSet(
                      Gbt35275.sequence(
                          Gbt35275.VERSION_1,
                          Gbt35275.issuerAndSerialNumber(recipient),
                          Gbt35275.SM2_ENCRYPT,
                          new DEROctetString(encryptedKey))),
                  Gbt35275.sequence(
                      contentType,
                      new AlgorithmIdentifier(GMObjectIdentifiers.sms4_cbc, new DEROctetString(iv)),
                      new DERTaggedObject(false, 0, new DEROctetString(ciphertext))))));
    } catch (IOException e) {
      throw new IllegalStateException("Bouncy Castle cannot encode an enveloped message", e);
    }
  }

  /** Opens the content key of a message, wherever the private key is. */
  private interface ContentKeys {
    byte[] open(byte[] encryptedKey) throws CryptoException;
  }
}
