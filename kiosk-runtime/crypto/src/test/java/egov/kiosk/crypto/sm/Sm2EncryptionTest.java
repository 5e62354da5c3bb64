package egov.kiosk.crypto.sm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.Refusal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;

class Sm2EncryptionTest {
  private static final byte[] TEXT = "encryption standard".getBytes(StandardCharsets.US_ASCII);
  private static final BigInteger X =
      new BigInteger("04EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73", 16);
  private static final BigInteger Y =
      new BigInteger("E858F9D81E5430A57B36DAAB8F950A3C64E6EE6A63094D99283AFF767E124DF0", 16);
  private static final byte[] HASH =
      Standard.hex("59983C18F809E262923C53AEC295D30383B54E39D609D160AFCB1908D0BD8766");
  private static final byte[] CIPHER = Standard.hex("21886CA989CA9C7D58087307CA93092D651EFA");

  private static byte[] der(BigInteger x, BigInteger y, byte[] hash, byte[] cipher)
      throws Exception {
    return new DERSequence(
            new ASN1Encodable[] {
              new ASN1Integer(x),
              new ASN1Integer(y),
              new DEROctetString(hash),
              new DEROctetString(cipher)
            })
        .getEncoded();
  }

  private static byte[] decrypt(byte[] der) throws CryptoException {
    return Sm2Encryption.decrypt(Standard.key(), der);
  }

  @Test
  void encrypt_exampleOfGbt32918_5WithItsK_asPublished() throws Exception {
    byte[] sealed =
        Sm2Encryption.encrypt(Standard.key().publicKey(), TEXT, new FixedRandom(Standard.K));
    assertArrayEquals(der(X, Y, HASH, CIPHER), sealed);
  }

  @Test
  void decrypt_exampleOfGbt32918_5_asPublished() throws Exception {
    assertArrayEquals(TEXT, decrypt(der(X, Y, HASH, CIPHER)));
  }

  @Property(tries = 100)
  void decrypt_anythingEncrypted_comesBack(@ForAll @Size(min = 1, max = 200) byte[] text)
      throws CryptoException {
    byte[] sealed = Sm2Encryption.encrypt(Standard.key().publicKey(), text, new SecureRandom());
    assertArrayEquals(text, decrypt(sealed));
  }

  @Test
  void decrypt_pointOffTheCurveOrOutOfRange_refused() throws Exception {
    BigInteger p = Sm2Curve.DOMAIN.getCurve().getField().getCharacteristic();
    BigInteger one = BigInteger.ONE;
    Refusal.ofMessage(() -> decrypt(der(X.add(one), Y, HASH, CIPHER)));
    Refusal.ofMessage(() -> decrypt(der(X, p.subtract(Y), HASH, CIPHER)));
    Refusal.ofMessage(() -> decrypt(der(X.add(p), Y, HASH, CIPHER)));
    Refusal.ofMessage(() -> decrypt(der(BigInteger.ZERO, BigInteger.ZERO, HASH, CIPHER)));
    Refusal.ofMessage(() -> decrypt(der(X.negate(), Y, HASH, CIPHER)));
    Refusal.ofMessage(() -> decrypt(der(X.shiftLeft(8), Y, HASH, CIPHER)));
  }

  @Test
  void decrypt_partsOfWrongLength_refused() throws Exception {
    Refusal.ofMessage(() -> decrypt(der(X, Y, new byte[0], CIPHER)));
    Refusal.ofMessage(() -> decrypt(der(X, Y, Arrays.copyOf(HASH, 33), CIPHER)));
    Refusal.ofMessage(() -> decrypt(der(X, Y, HASH, new byte[0])));
    Refusal.ofMessage(() -> decrypt(der(X, Y, HASH, Arrays.copyOf(CIPHER, 18))));
    byte[] good = der(X, Y, HASH, CIPHER);
    Refusal.ofMessage(() -> decrypt(Arrays.copyOf(good, good.length + 1)));
    Refusal.ofMessage(() -> decrypt(new byte[0]));
  }

  @Test
  void decrypt_everyBitFlipped_refused() throws Exception {
    byte[] good = der(X, Y, HASH, CIPHER);
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bent = good.clone();
      bent[bit / 8] ^= (byte) (1 << bit % 8);
      Refusal.ofMessage(() -> decrypt(bent));
    }
  }

  @Test
  void encrypt_nothing_refused() throws Exception {
    Sm2PublicKey key = Standard.key().publicKey();
    assertThrows(
        IllegalArgumentException.class,
        () -> Sm2Encryption.encrypt(key, new byte[0], new SecureRandom()));
  }
}
