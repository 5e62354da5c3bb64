package egov.kiosk.crypto.sm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.junit.jupiter.api.Test;

class Sm2SignatureTest {
  private static final byte[] MESSAGE = "message digest".getBytes(StandardCharsets.US_ASCII);
  private static final BigInteger R =
      new BigInteger("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3", 16);
  private static final BigInteger S =
      new BigInteger("B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA", 16);
  private static final BigInteger N = Sm2Curve.DOMAIN.getN();
  private static final Sm2Verifying PREPARED = prepared();

  private static Sm2Verifying prepared() {
    try {
      return new Sm2Verifying(Sm2PublicKey.of(Standard.POINT));
    } catch (CryptoException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] der(BigInteger r, BigInteger s) throws Exception {
    return new DERSequence(new ASN1Encodable[] {new ASN1Integer(r), new ASN1Integer(s)})
        .getEncoded();
  }

  /** Both ways of verifying must always agree. */
  private static boolean verifies(byte[] signature) throws CryptoException {
    Sm2PublicKey key = Sm2PublicKey.of(Standard.POINT);
    boolean holds = key.verifies(MESSAGE, signature);
    assertEquals(holds, PREPARED.verifies(MESSAGE, signature));
    return holds;
  }

  @Test
  void verify_exampleOfGbt32918_5_holds() throws Exception {
    assertTrue(verifies(der(R, S)));
    assertArrayEquals(Standard.POINT, Standard.key().publicKey().encoded());
  }

  @Test
  void engine_exampleOfGbt32918_5WithItsK_givesItsSignature() throws Exception {
    SM2Signer signer = new SM2Signer();
    signer.init(
        true,
        new ParametersWithID(
            new ParametersWithRandom(Standard.key().parameters(), new FixedRandom(Standard.K)),
            Sm2Curve.defaultUserId()));
    signer.update(MESSAGE, 0, MESSAGE.length);
    assertArrayEquals(der(R, S), signer.generateSignature());
  }

  @Test
  void c07_verify_valuesOutOfRange_false() throws Exception {
    BigInteger zero = BigInteger.ZERO;
    List<byte[]> bad =
        List.of(
            der(zero, S),
            der(R, zero),
            der(zero, zero),
            der(N, S),
            der(R, N),
            der(N.add(BigInteger.ONE), S),
            der(R, N.add(BigInteger.ONE)),
            der(R.add(N), S),
            der(R, S.add(N)),
            der(R.negate(), S),
            der(R, S.negate()),
            der(R, N.subtract(R)),
            der(S, R));
    for (byte[] signature : bad) {
      assertFalse(verifies(signature));
    }
  }

  @Test
  void c07_verify_otherEncodingsOfTheSameValues_false() throws Exception {
    byte[] good = der(R, S);
    byte[] trailing = java.util.Arrays.copyOf(good, good.length + 1);
    byte[] indefinite =
        new BERSequence(new ASN1Encodable[] {new ASN1Integer(R), new ASN1Integer(S)}).getEncoded();
    byte[] longLength = new byte[good.length + 1];
    longLength[0] = 0x30;
    longLength[1] = (byte) 0x81;
    System.arraycopy(good, 1, longLength, 2, good.length - 1);
    byte[] padded = new byte[good.length + 1];
    padded[0] = 0x30;
    padded[1] = (byte) (good[1] + 1);
    padded[2] = 2;
    padded[3] = (byte) (good[3] + 1);
    System.arraycopy(good, 4, padded, 5, good.length - 4);
    byte[] three =
        new DERSequence(
                new ASN1Encodable[] {new ASN1Integer(R), new ASN1Integer(S), new ASN1Integer(0)})
            .getEncoded();
    byte[] raw = new byte[64];
    for (byte[] signature :
        List.of(trailing, indefinite, longLength, padded, three, raw, new byte[0])) {
      assertFalse(verifies(signature));
    }
  }

  @Test
  void c08_verify_wrongUserIdMessageOrKey_false() throws Exception {
    Sm2PublicKey key = Sm2PublicKey.of(Standard.POINT);
    byte[] alice = "ALICE123@YAHOO.COM".getBytes(StandardCharsets.US_ASCII);
    assertFalse(key.verifies(MESSAGE, der(R, S), alice));
    assertFalse(key.verifies(MESSAGE, der(R, S), new byte[0]));
    assertFalse(key.verifies(new byte[0], der(R, S)));
    Sm2PublicKey other = Sm2PrivateKey.generate(new SecureRandom()).publicKey();
    assertFalse(other.verifies(MESSAGE, der(R, S)));
  }

  @Property(tries = 200)
  void sign_anyMessage_verifiesAndNoBitMayFlip(
      @ForAll byte[] message, @ForAll @IntRange(max = 559) int bit) throws CryptoException {
    Sm2PrivateKey key = Standard.key();
    byte[] signature = new Sm2Signing(key, new SecureRandom()).sign(message);
    assertTrue(key.publicKey().verifies(message, signature));
    assertTrue(PREPARED.verifies(message, signature));
    byte[] bent = signature.clone();
    bent[bit / 8 % bent.length] ^= (byte) (1 << bit % 8);
    assertFalse(key.publicKey().verifies(message, bent));
    assertFalse(PREPARED.verifies(message, bent));
  }

  @Property(tries = 2000)
  void verify_anyBytes_falseAndNeverThrows(@ForAll byte[] signature) throws CryptoException {
    assertFalse(verifies(signature));
  }
}
