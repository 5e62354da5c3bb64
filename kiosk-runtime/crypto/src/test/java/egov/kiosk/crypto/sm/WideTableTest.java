package egov.kiosk.crypto.sm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.WNafL2RMultiplier;
import org.junit.jupiter.api.Test;

/** The larger table computes what Bouncy Castle computes without any. */
class WideTableTest {
  private final ECPoint base = Sm2Curve.VERIFYING.getG();
  private final ECPoint other;

  WideTableTest() throws Exception {
    other = Standard.key().publicKey().withWideTables().parameters().getQ();
  }

  private static ECPoint plainly(ECPoint point, BigInteger times) {
    ECPoint fresh = point.getCurve().decodePoint(point.getEncoded(false));
    return new WNafL2RMultiplier().multiply(fresh, times);
  }

  private void agrees(BigInteger one, BigInteger two) {
    assertEquals(
        plainly(base, one).add(plainly(other, two)).normalize(),
        ECAlgorithms.sumOfTwoMultiplies(base, one, other, two).normalize());
  }

  @Property(tries = 300)
  void sum_anyNumbers_sameAsWithoutTables(
      @ForAll @Size(32) byte[] first, @ForAll @Size(32) byte[] second) {
    BigInteger n = Sm2Curve.DOMAIN.getN();
    agrees(new BigInteger(1, first).mod(n), new BigInteger(1, second).mod(n));
  }

  @Test
  void sum_smallestAndLargestNumbers_sameAsWithoutTables() {
    BigInteger last = Sm2Curve.DOMAIN.getN().subtract(BigInteger.ONE);
    for (BigInteger one : new BigInteger[] {BigInteger.ZERO, BigInteger.ONE, last}) {
      for (BigInteger two : new BigInteger[] {BigInteger.ZERO, BigInteger.ONE, last}) {
        agrees(one, two);
      }
    }
  }
}
