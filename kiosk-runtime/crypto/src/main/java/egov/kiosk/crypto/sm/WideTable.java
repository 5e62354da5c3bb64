package egov.kiosk.crypto.sm;

import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointPreCompInfo;
import org.bouncycastle.math.ec.FixedPointUtil;
import org.bouncycastle.math.ec.PreCompInfo;

/**
 * A comb of eight teeth for one point, where Bouncy Castle's own has six: 32 doublings instead of
 * 43. Bouncy Castle takes up a table it finds on a point. Only for points multiplied by public
 * numbers: a search in a larger table that hides what it looks for would cost more than it gains.
 */
final class WideTable {
  private static final int TEETH = 8;

  private WideTable() {}

  /** Puts the table on the point, which must not have one. */
  static void put(ECPoint point) {
    ECCurve curve = point.getCurve();
    curve.precompute(point, FixedPointUtil.PRECOMP_NAME, existing -> table(curve, point));
  }

  private static PreCompInfo table(ECCurve curve, ECPoint point) {
    int distance = (FixedPointUtil.getCombSize(curve) + TEETH - 1) / TEETH;
    ECPoint[] powers = new ECPoint[TEETH + 1];
    powers[0] = point;
    for (int tooth = 1; tooth < TEETH; tooth++) {
      powers[tooth] = powers[tooth - 1].timesPow2(distance);
    }
    // An offset keeps every entry away from infinity; it is taken off at the end.
    powers[TEETH] = powers[0].subtract(powers[1]);
    curve.normalizeAll(powers);
    ECPoint[] entries = new ECPoint[1 << TEETH];
    entries[0] = powers[0];
    for (int tooth = TEETH - 1; tooth >= 0; tooth--) {
      int step = 1 << tooth;
      for (int index = step; index < entries.length; index += step << 1) {
        entries[index] = entries[index - step].add(powers[tooth]);
      }
    }
    curve.normalizeAll(entries);
    FixedPointPreCompInfo info = new FixedPointPreCompInfo();
    info.setLookupTable(curve.createCacheSafeLookupTable(entries, 0, entries.length));
    info.setOffset(powers[TEETH]);
    info.setWidth(TEETH);
    return info;
  }
}
