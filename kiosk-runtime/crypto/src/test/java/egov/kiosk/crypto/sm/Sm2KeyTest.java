package egov.kiosk.crypto.sm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.Refusal;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;

/** Attack C12 of the threat catalogue: keys that are none. */
class Sm2KeyTest {
  private static void refused(byte[] point) {
    Refusal.with(CryptoFault.KEY_INVALID, () -> Sm2PublicKey.of(point));
  }

  @Test
  void c12_publicKey_infinity_refused() {
    refused(new byte[] {0});
    refused(new byte[65]);
    byte[] origin = new byte[65];
    origin[0] = 4;
    refused(origin);
  }

  @Test
  void c12_publicKey_ofAnotherCurve_refused() {
    refused(CustomNamedCurves.getByName("secp256r1").getG().getEncoded(false));
    refused(CustomNamedCurves.getByName("secp256k1").getG().getEncoded(false));
  }

  @Test
  void publicKey_otherFormsOfAGoodPoint_refused() {
    byte[] compressed = Sm2Curve.DOMAIN.getG().getEncoded(true);
    refused(compressed);
    byte[] hybrid = Standard.POINT.clone();
    hybrid[0] = 7;
    refused(hybrid);
    refused(Arrays.copyOf(Standard.POINT, 66));
    refused(Arrays.copyOf(Standard.POINT, 64));
    refused(new byte[0]);
  }

  @Test
  void c12_publicKey_coordinateNotReduced_refused() {
    byte[] outside = Standard.POINT.clone();
    Arrays.fill(outside, 1, 33, (byte) 0xff);
    refused(outside);
  }

  @Property(tries = 500)
  void publicKey_anyPair_refused(@ForAll @Size(64) byte[] coordinates) {
    byte[] point = new byte[65];
    point[0] = 4;
    System.arraycopy(coordinates, 0, point, 1, 64);
    refused(point);
  }

  @Test
  void privateKey_outOfRange_refused() {
    BigInteger n = Sm2Curve.DOMAIN.getN();
    for (BigInteger scalar :
        new BigInteger[] {BigInteger.ZERO, n.subtract(BigInteger.ONE), n, n.add(BigInteger.ONE)}) {
      byte[] bytes = BigIntegers.asUnsignedByteArray(32, scalar);
      Refusal.with(CryptoFault.KEY_INVALID, () -> Sm2PrivateKey.of(bytes));
    }
    Refusal.with(CryptoFault.KEY_INVALID, () -> Sm2PrivateKey.of(new byte[31]));
    Refusal.with(CryptoFault.KEY_INVALID, () -> Sm2PrivateKey.of(Arrays.copyOf(Standard.D, 33)));
  }

  @Test
  void privateKey_generated_differsAndComesBack() throws Exception {
    Sm2PrivateKey one = Sm2PrivateKey.generate(new SecureRandom());
    assertNotEquals(one.publicKey(), Sm2PrivateKey.generate(new SecureRandom()).publicKey());
    assertEquals(one.publicKey(), Sm2PrivateKey.of(one.scalar()).publicKey());
    assertEquals(one.publicKey().hashCode(), Sm2PublicKey.of(one.publicKey().encoded()).hashCode());
    assertArrayEquals(one.scalar(), Sm2PrivateKey.of(one.scalar()).scalar());
  }

  @Test
  void privateKey_printed_saysNothing() throws Exception {
    String printed = Standard.key().toString().toUpperCase(java.util.Locale.ROOT);
    assertFalse(printed.contains(HexFormat.of().withUpperCase().formatHex(Standard.D, 0, 4)));
  }
}
