package egov.kiosk.crypto.seal;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.SigningKey;
import java.io.IOException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;

/**
 * An electronic seal (电子印章, GB/T 38540-2020 SESeal): its content, signed by whoever makes seals
 * (制章者). Having one says nothing about trust; see {@link #isGenuine()} and the trust store.
 * Immutable; safe for use by any thread.
 */
public final class ElectronicSeal {
  private final byte[] encoded;
  private final byte[] signedPart;
  private final byte[] signature;
  private final SealContent content;
  private final Sm2Certificate maker;

  private ElectronicSeal(ASN1Sequence seal) throws CryptoException, ParseException {
    if (seal.size() != 4 || !Gbt38540.sm2At(seal, 2)) {
      throw CryptoException.messageRefused();
    }
    encoded = Gbt38540.der(seal);
    ASN1Sequence info = Gbt38540.sequenceAt(seal, 0);
    signedPart = Gbt38540.der(info);
    content = SealCoding.decode(info);
    maker = Gbt38540.certificateAt(seal, 1);
    signature = Gbt38540.bitsAt(seal, 3);
  }

  /**
   * Makes a seal. For a laboratory: a site gets its seals from a licensed maker.
   *
   * @param maker the seal maker's key
   * @throws CryptoException when that key cannot be used now
   */
  public static ElectronicSeal make(SigningKey maker, SealContent content) throws CryptoException {
    ASN1Encodable info = SealCoding.encode(content);
    return parse(
        Gbt38540.der(
            Gbt38540.sequence(
                info,
                Gbt38540.certificate(maker.certificate()),
                Gbt38540.SM2_WITH_SM3,
                Gbt38540.bits(maker.sign(Gbt38540.der(info))))));
  }

  /**
   * Reads a seal without verifying it.
   *
   * @param der its only DER encoding, at most 1 MiB
   * @throws CryptoException {@link CryptoFault#MESSAGE_REFUSED} when it is no seal of version 4
   *     that lists certificates
   */
  public static ElectronicSeal parse(byte[] der) throws CryptoException {
    try {
      return of(Gbt38540.parse(der));
    } catch (IOException | RuntimeException e) {
      throw CryptoException.messageRefused();
    }
  }

  static ElectronicSeal of(ASN1Sequence seal) throws CryptoException {
    try {
      return new ElectronicSeal(seal);
    } catch (ParseException | RuntimeException e) {
      throw CryptoException.messageRefused();
    }
  }

  /** The DER encoding; a copy. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** What the seal says of itself. */
  public SealContent content() {
    return content;
  }

  /** The certificate of whoever made it, as it came with the seal. */
  public Sm2Certificate maker() {
    return maker;
  }

  /** Whether the key in the maker's certificate signed this seal. */
  public boolean isGenuine() {
    return maker.publicKey().verifies(signedPart, signature);
  }

  /** Whether the seal names this certificate among those that may use it. */
  public boolean mayBeUsedBy(Sm2Certificate certificate) {
    return content.signers().contains(Objects.requireNonNull(certificate, "certificate"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ElectronicSeal that && Arrays.equals(encoded, that.encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  @Override
  public String toString() {
    return "ElectronicSeal[" + content.id() + "]";
  }
}
