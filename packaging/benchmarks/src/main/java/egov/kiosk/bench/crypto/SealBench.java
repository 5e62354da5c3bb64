package egov.kiosk.bench.crypto;

import egov.kiosk.bench.Medians;
import egov.kiosk.bench.Ratio;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.Gbt35275EnvelopeSealer;
import egov.kiosk.crypto.sm.Sm2Encryption;
import egov.kiosk.crypto.sm.Sm2Signing;
import egov.kiosk.crypto.sm.Sm4Gcm;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Sealing a transaction of one kibibyte, from the transaction to the labelled envelope, over the
 * sum of what cannot be avoided: one SM2 signature, one SM2 encryption of a content key, and one
 * pass of SM4-GCM over the content.
 */
final class SealBench {
  private static final int BYTES = 1024;
  private static final int ROUNDS = 9;
  private static final long WARM_UP_MILLIS = 4000;
  private static final long ROUND_MILLIS = 500;
  private static final double GOAL = 1.3;
  private static final String KIOSK = "bench-kiosk";

  private final Pace pace = new Pace();
  private final SecureRandom random = new SecureRandom();

  Ratio run() throws Exception {
    Instant now = InstantSource.system().instant();
    CertificateAuthority authority =
        CertificateAuthority.create("bench", now, now.plus(Duration.ofDays(1)), random);
    IssuedKey kiosk = issue(authority, KIOSK, CertificateUse.SIGN, now);
    IssuedKey platform = issue(authority, "platform", CertificateUse.ENCRYPT, now);
    OneKibibyte transaction = new OneKibibyte(KIOSK, now, BYTES);
    EnvelopeSealer sealer =
        new Gbt35275EnvelopeSealer(
            SoftwareSigningKey.of(kiosk, random),
            platform.certificate(),
            transaction.codec(),
            InstantSource.system(),
            random);
    Sm2Signing signing = new Sm2Signing(kiosk.key(), random);
    byte[] content = transaction.encoded();
    byte[] key = new byte[Sm4Gcm.KEY];
    byte[] nonce = new byte[Sm4Gcm.NONCE];
    Pace.Work seal = () -> sealer.seal(transaction.value());
    Pace.Work sign = () -> signing.sign(content);
    Pace.Work encrypt =
        () -> Sm2Encryption.encrypt(platform.certificate().publicKey(), key, random);
    Pace.Work pass = () -> Sm4Gcm.seal(key, nonce, nonce, content);
    for (Pace.Work work : new Pace.Work[] {seal, sign, encrypt, pass}) {
      pace.of(work, WARM_UP_MILLIS);
    }
    return measure(seal, sign, encrypt, pass);
  }

  private Ratio measure(Pace.Work seal, Pace.Work sign, Pace.Work encrypt, Pace.Work pass)
      throws Exception {
    Medians ratios = new Medians();
    Medians ours = new Medians();
    Medians signs = new Medians();
    Medians encrypts = new Medians();
    Medians passes = new Medians();
    for (int round = 0; round < ROUNDS; round++) {
      double sealed = micros(seal);
      double signed = micros(sign);
      double encrypted = micros(encrypt);
      double passed = micros(pass);
      ratios.add(sealed / (signed + encrypted + passed));
      ours.add(sealed);
      signs.add(signed);
      encrypts.add(encrypted);
      passes.add(passed);
    }
    double sum = signs.median() + encrypts.median() + passes.median();
    System.err.printf(
        Locale.ROOT,
        "  bare: sign %.1f us, encrypt a key %.1f us, SM4-GCM %.1f us%n",
        signs.median(),
        encrypts.median(),
        passes.median());
    return Ratio.atMost("seal-1KiB/bare-parts", ratios.median(), GOAL, ours.median(), sum, "us");
  }

  private double micros(Pace.Work work) throws Exception {
    return 1e6 / pace.of(work, ROUND_MILLIS);
  }

  private static IssuedKey issue(
      CertificateAuthority authority, String name, CertificateUse use, Instant now)
      throws Exception {
    return authority.issue(name, use, now, now.plus(Duration.ofDays(1)));
  }
}
