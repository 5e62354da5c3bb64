package egov.kiosk.bench.crypto;

import egov.kiosk.bench.Medians;
import egov.kiosk.bench.Ratio;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.crypto.sm.Sm2Signing;
import egov.kiosk.crypto.sm.Sm2Verifying;
import java.security.SecureRandom;
import java.util.List;

/**
 * SM2 with SM3 over 32 bytes, the size openssl speed signs, with the default user id: our signing
 * as sealing uses it, and our verifying as a kiosk does of its platform's receipts.
 */
final class SignBench {
  private static final int ROUNDS = 5;
  private static final int OPENSSL_SECONDS = 1;
  private static final long WARM_UP_MILLIS = 4000;
  private static final long ROUND_MILLIS = 1000;

  private final Pace pace = new Pace();

  List<Ratio> run() throws Exception {
    Sm2PrivateKey key = Sm2PrivateKey.generate(new SecureRandom());
    Sm2Signing signing = new Sm2Signing(key, new SecureRandom());
    Sm2Verifying verifying = new Sm2Verifying(key.publicKey());
    byte[] message = new byte[32];
    byte[] signature = signing.sign(message);
    Pace.Work sign = () -> signing.sign(message);
    Pace.Work verify = () -> good(verifying.verifies(message, signature));
    pace.of(sign, WARM_UP_MILLIS);
    pace.of(verify, WARM_UP_MILLIS);
    Rounds signs = new Rounds();
    Rounds verifies = new Rounds();
    for (int round = 0; round < ROUNDS; round++) {
      OpenSslSpeed theirs = OpenSslSpeed.measure(OPENSSL_SECONDS);
      signs.add(pace.of(sign, ROUND_MILLIS), theirs.signs());
      verifies.add(pace.of(verify, ROUND_MILLIS), theirs.verifies());
    }
    return List.of(
        signs.ratio("sm2-sign/openssl-speed", 3.5),
        verifies.ratio("sm2-verify/openssl-speed", 4.5));
  }

  private static Object good(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("a good signature does not verify");
    }
    return Boolean.TRUE;
  }

  /** Both sides, round by round. */
  private static final class Rounds {
    private final Medians ours = new Medians();
    private final Medians theirs = new Medians();
    private final Medians ratios = new Medians();

    void add(double ourRate, double theirRate) {
      ours.add(ourRate);
      theirs.add(theirRate);
      ratios.add(ourRate / theirRate);
    }

    Ratio ratio(String name, double goal) {
      return Ratio.atLeast(name, ratios.median(), goal, ours.median(), theirs.median(), "/s");
    }
  }
}
