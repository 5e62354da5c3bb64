package egov.kiosk.crypto.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.Refusal;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.sm.Sm2Signing;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.BERTaggedObject;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.junit.jupiter.api.Test;

/** Attacks C07, C08 and C09 of the threat catalogue on signed messages. */
class SignedMessageTest {
  static final byte[] CONTENT = "{\"kind\":\"test\"}".getBytes(StandardCharsets.UTF_8);
  private static final int FLIPS = 10_000;

  private final Lab lab;

  SignedMessageTest() throws CryptoException {
    lab = new Lab();
  }

  private SignedMessage signed() throws CryptoException {
    return SignedMessage.sign(lab.platformKey(), CONTENT);
  }

  private static void refused(byte[] contentInfo) {
    Refusal.ofMessage(() -> SignedMessage.readContentInfo(contentInfo));
  }

  /**
   * The message's own signature does not cover the certificate beside it; the authority's does. So
   * a bent message is refused here, or its certificate is refused by the next check.
   */
  private void refusedOrNotCertified(byte[] contentInfo) {
    try {
      SignedMessage message = SignedMessage.readContentInfo(contentInfo);
      assertArrayEquals(CONTENT, message.content());
      Refusal.with(CryptoFault.CERTIFICATE_SIGNATURE_WRONG, () -> checkSigner(message));
    } catch (CryptoException e) {
      assertEquals(CryptoException.messageRefused().getMessage(), e.getMessage());
    }
  }

  private void checkSigner(SignedMessage message) throws CryptoException {
    lab.trust.check(message.signer(), CertificateUse.SIGN, Lab.NOW);
  }

  @Property(tries = 100)
  void read_anyContentSigned_comesBackByteForByte(@ForAll byte[] content) throws CryptoException {
    SignedMessage message = SignedMessage.sign(lab.kioskKey(), content);
    SignedMessage inner = SignedMessage.read(message.signedData());
    SignedMessage outer = SignedMessage.readContentInfo(message.contentInfo());
    assertArrayEquals(content, inner.content());
    assertArrayEquals(content, outer.content());
    assertEquals(lab.kiosk.certificate(), outer.signer());
    assertArrayEquals(message.contentInfo(), outer.contentInfo());
    assertArrayEquals(message.signedData(), outer.signedData());
  }

  @Test
  void c09_read_oneBitFlippedInTenThousandPlaces_neverBelieved() throws Exception {
    byte[] good = signed().contentInfo();
    Random places = new Random(35275);
    for (int flip = 0; flip < FLIPS; flip++) {
      int bit = flip < good.length * 8 ? flip : places.nextInt(good.length * 8);
      byte[] bent = good.clone();
      bent[bit / 8] ^= (byte) (1 << bit % 8);
      refusedOrNotCertified(bent);
    }
  }

  @Test
  void read_cutOrExtendedAnywhere_refused() throws Exception {
    byte[] good = signed().contentInfo();
    for (int length = 0; length <= good.length + 3; length++) {
      if (length != good.length) {
        refused(Arrays.copyOf(good, length));
      }
    }
  }

  @Test
  void c08_read_signatureWithOtherUserIdOrKey_refused() throws Exception {
    // An empty id makes another Z, so the signature is over another message, seen from here.
    SM2Signer signer = new SM2Signer();
    signer.init(
        true,
        new ParametersWithID(
            new ECPrivateKeyParameters(
                new BigInteger(1, lab.platformSign.key().scalar()),
                new ECDomainParameters(CustomNamedCurves.getByName("sm2p256v1"))),
            new byte[0]));
    signer.update(CONTENT, 0, CONTENT.length);
    byte[] otherId = signer.generateSignature();
    refused(rebuild(parts -> parts.signature = otherId));
    byte[] otherKey = new Sm2Signing(lab.kiosk.key(), lab.random).sign(CONTENT);
    refused(rebuild(parts -> parts.signature = otherKey));
  }

  @Test
  void c08_read_otherAlgorithmsOrParameters_refused() throws Exception {
    AlgorithmIdentifier sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    AlgorithmIdentifier sm3Null =
        new AlgorithmIdentifier(GMObjectIdentifiers.sm3, DERNull.INSTANCE);
    AlgorithmIdentifier withSm3 = new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);
    refused(rebuild(parts -> parts.digest = sha256));
    refused(rebuild(parts -> parts.digest = sm3Null));
    refused(rebuild(parts -> parts.signerDigest = sha256));
    refused(rebuild(parts -> parts.signerAlgorithm = withSm3));
    refused(rebuild(parts -> parts.outerType = PKCSObjectIdentifiers.signedData));
    refused(rebuild(parts -> parts.outerType = GMObjectIdentifiers.sm2_pkcs7_envelopedData));
    refused(rebuild(parts -> parts.contentType = PKCSObjectIdentifiers.data));
  }

  @Test
  void read_otherVersions_refused() throws Exception {
    refused(rebuild(parts -> parts.version = 3));
    refused(rebuild(parts -> parts.signerVersion = 0));
  }

  @Test
  void c08_read_noOrTwoSignersOrCertificates_refused() throws Exception {
    refused(rebuild(parts -> parts.signers = 0));
    refused(rebuild(parts -> parts.signers = 2));
    refused(rebuild(parts -> parts.certificates = 0));
    refused(rebuild(parts -> parts.certificates = 2));
  }

  @Test
  void read_signerNamedDifferentlyThanCertificate_refused() throws Exception {
    refused(rebuild(parts -> parts.serial = 4711));
  }

  @Test
  void c08_read_emptySignature_refused() throws Exception {
    refused(rebuild(parts -> parts.signature = new byte[0]));
    refused(rebuild(parts -> parts.signature = new byte[] {0x30, 0}));
  }

  @Test
  void c07_read_berEncoding_refused() throws Exception {
    ASN1Sequence outer = ASN1Sequence.getInstance(signed().contentInfo());
    refused(new BERSequence(outer.toArray()).getEncoded());
    ASN1Sequence signedData = ASN1Sequence.getInstance(signed().signedData());
    ASN1Encodable[] parts = signedData.toArray();
    parts[2] =
        new BERSequence(
            new ASN1Encodable[] {
              Gbt35275.DATA, new BERTaggedObject(true, 0, new BEROctetString(CONTENT))
            });
    byte[] constructed = new BERSequence(parts).getEncoded();
    Refusal.ofMessage(() -> SignedMessage.read(constructed));
    byte[] good = signedData.getEncoded();
    assertEquals((byte) 0x82, good[1]);
    byte[] longLength = new byte[good.length + 1];
    longLength[0] = good[0];
    longLength[1] = (byte) 0x83;
    System.arraycopy(good, 2, longLength, 3, good.length - 2);
    Refusal.ofMessage(() -> SignedMessage.read(longLength));
  }

  @Test
  void rebuild_nothingChanged_isAccepted() throws Exception {
    assertArrayEquals(CONTENT, SignedMessage.readContentInfo(rebuild(parts -> {})).content());
  }

  @Test
  void read_deepNesting_refusedQuickly() {
    byte[] deep = new byte[60_000];
    int at = deep.length;
    int length = 0;
    while (at > 6) {
      int header = length < 128 ? 2 : length < 256 ? 3 : 4;
      at -= header;
      deep[at] = 0x30;
      if (header == 2) {
        deep[at + 1] = (byte) length;
      } else if (header == 3) {
        deep[at + 1] = (byte) 0x81;
        deep[at + 2] = (byte) length;
      } else {
        deep[at + 1] = (byte) 0x82;
        deep[at + 2] = (byte) (length >> 8);
        deep[at + 3] = (byte) length;
      }
      length += header;
    }
    refused(Arrays.copyOfRange(deep, at, deep.length));
    byte[] indefinite = new byte[60_000];
    for (int index = 0; index < indefinite.length; index += 2) {
      indefinite[index] = 0x30;
      indefinite[index + 1] = (byte) 0x80;
    }
    refused(indefinite);
  }

  @Test
  void read_enormousLengths_refusedWithoutMemory() {
    for (String header :
        List.of("3084ffffffff", "30847fffffff", "3088ffffffffffffffff", "30ff", "1f8fffffff7f")) {
      refused(HexFormat.of().parseHex(header));
    }
  }

  @Property(tries = 3000)
  void read_anyBytes_refused(@ForAll byte[] bytes) {
    refused(bytes);
    Refusal.ofMessage(() -> SignedMessage.read(bytes));
  }

  @Property(tries = 1000)
  void read_spliced_refused(@ForAll byte[] patch, @ForAll Random random) throws Exception {
    byte[] good = signed().contentInfo();
    byte[] bent = good.clone();
    int at = random.nextInt(good.length);
    System.arraycopy(patch, 0, bent, at, Math.min(patch.length, bent.length - at));
    if (!Arrays.equals(good, bent)) {
      refusedOrNotCertified(bent);
    }
  }

  private interface Bend {
    void apply(MessageParts parts);
  }

  private byte[] rebuild(Bend bend) throws Exception {
    MessageParts parts = new MessageParts(lab.platformSign.certificate());
    parts.signature = lab.platformKey().sign(CONTENT);
    bend.apply(parts);
    return parts.encode();
  }
}
