package egov.kiosk.crypto.seal;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.sm.Sm3;
import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;

/**
 * What a seal leaves on a document (电子签章, GB/T 38540-2020 SES_Signature): the seal, the moment, the
 * digest of what was sealed, signed with a key the seal names. The moment is the signer's word: no
 * time stamp authority stands behind it. Immutable; safe for use by any thread.
 */
public final class SealSignature {
  private static final int TBS_PARTS = 5;
  private static final int PARTS = 4;

  private final byte[] encoded;
  private final byte[] signedPart;
  private final byte[] signature;
  private final ElectronicSeal seal;
  private final Sm2Certificate signer;
  private final Instant sealedAt;
  private final byte[] digest;
  private final String property;

  private SealSignature(ASN1Sequence whole) throws CryptoException, ParseException {
    ASN1Sequence toSign = Gbt38540.sequenceAt(whole, 0);
    // No extensions, and no time stamp: one that is not checked must not look as if it were.
    if (whole.size() != PARTS
        || toSign.size() != TBS_PARTS
        || Gbt38540.intAt(toSign, 0) != Gbt38540.VERSION
        || !Gbt38540.sm2At(whole, 2)) {
      throw CryptoException.messageRefused();
    }
    encoded = Gbt38540.der(whole);
    signedPart = Gbt38540.der(toSign);
    seal = ElectronicSeal.of(Gbt38540.sequenceAt(toSign, 1));
    sealedAt = Gbt38540.timeAt(toSign, 2);
    digest = Gbt38540.bitsAt(toSign, 3);
    property = Gbt38540.asciiAt(toSign, 4);
    signer = Gbt38540.certificateAt(whole, 1);
    signature = Gbt38540.bitsAt(whole, 3);
    if (digest.length != Sm3.LENGTH) {
      throw CryptoException.messageRefused();
    }
  }

  /**
   * Puts a seal on something.
   *
   * @param key a key whose certificate the seal names
   * @param at the moment, cut to seconds
   * @param digest SM3 of what is sealed, 32 bytes
   * @param property what is sealed: for OFD the place of its signature file; ASCII
   * @throws CryptoException {@link CryptoFault#CERTIFICATE_USE_WRONG} when the seal does not name
   *     the key's certificate, or when the key cannot be used now
   */
  public static SealSignature sign(
      SigningKey key, ElectronicSeal seal, Instant at, byte[] digest, String property)
      throws CryptoException {
    if (!seal.mayBeUsedBy(key.certificate())) {
      throw new CryptoException(
          CryptoFault.CERTIFICATE_USE_WRONG,
          "the seal does not name this key's certificate; have a seal made for it");
    }
    try {
      ASN1Encodable toSign =
          Gbt38540.sequence(
              new ASN1Integer(Gbt38540.VERSION),
              Gbt38540.parse(seal.encoded()),
              Gbt38540.time(at),
              Gbt38540.bits(digest),
              Gbt38540.ascii(property));
      return parse(
          Gbt38540.der(
              Gbt38540.sequence(
                  toSign,
                  Gbt38540.certificate(key.certificate()),
                  Gbt38540.SM2_WITH_SM3,
                  Gbt38540.bits(key.sign(Gbt38540.der(toSign))))));
    } catch (IOException e) {
      throw new IllegalStateException("a seal that was read can be written", e);
    }
  }

  /**
   * Reads one without verifying it.
   *
   * @param der its only DER encoding, at most 1 MiB
   * @throws CryptoException {@link CryptoFault#MESSAGE_REFUSED} when it is no signature of version
   *     4, or one with a time stamp or extensions, which are not supported
   */
  public static SealSignature parse(byte[] der) throws CryptoException {
    try {
      return new SealSignature(Gbt38540.parse(der));
    } catch (IOException | ParseException | RuntimeException e) {
      throw CryptoException.messageRefused();
    }
  }

  /** The DER encoding; a copy. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** The seal that was put. */
  public ElectronicSeal seal() {
    return seal;
  }

  /** The certificate of whoever put it, as it came with the signature. */
  public Sm2Certificate signer() {
    return signer;
  }

  /** When, by the signer's clock. */
  public Instant sealedAt() {
    return sealedAt;
  }

  /** SM3 of what was sealed; a copy. */
  public byte[] digest() {
    return digest.clone();
  }

  /** What was sealed, e.g. the place of a signature file. */
  public String property() {
    return property;
  }

  /** Whether the key in the signer's certificate signed this. */
  public boolean isGenuine() {
    return signer.publicKey().verifies(signedPart, signature);
  }

  @Override
  public String toString() {
    return "SealSignature[" + seal.content().id() + " " + sealedAt + "]";
  }
}
