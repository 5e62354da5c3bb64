package egov.kiosk.crypto.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.LocalSecret;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.Gbt35275EnvelopeSealer;
import egov.kiosk.crypto.envelope.Gbt35275ParcelSealer;
import egov.kiosk.crypto.envelope.Gbt35275StatementSealer;
import egov.kiosk.crypto.envelope.OrderKeys;
import egov.kiosk.crypto.envelope.Sm2OrderVerifier;
import egov.kiosk.crypto.envelope.Sm2ParcelVerifier;
import egov.kiosk.crypto.envelope.Sm2ReceiptVerifier;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.ReceiptVerifier;
import egov.kiosk.domain.fleet.FleetCodec;
import egov.kiosk.domain.fleet.OrderVerifier;
import egov.kiosk.domain.fleet.ParcelSealer;
import egov.kiosk.domain.fleet.ParcelVerifier;
import egov.kiosk.domain.fleet.StatementSealer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Key, certificates and trust as opened from the configured files, all found to fit together.
 *
 * @param sealer seals transactions and ratings with the key
 * @param statements seals what the kiosk says for itself with the key
 * @param parcels makes parts of exports with the key
 * @param receipts verifies receipts
 * @param orders verifies orders
 * @param foreignParcels verifies parts of exports
 * @param expires when the first of the certificates in use expires
 */
record KeyStation(
    EnvelopeSealer sealer,
    StatementSealer statements,
    ParcelSealer parcels,
    ReceiptVerifier receipts,
    OrderVerifier orders,
    ParcelVerifier foreignParcels,
    Instant expires) {

  /**
   * Opens the files.
   *
   * @throws CryptoException when something is missing, too open, malformed, expired or does not fit
   */
  static KeyStation open(
      CryptoSettings settings, MessageCodec codec, FleetCodec fleet, InstantSource clock)
      throws CryptoException {
    SecureRandom random = new SecureRandom();
    TrustStore trust = TrustStore.of(PemFiles.readCertificates(settings.trustFile()));
    SigningKey key =
        SoftwareSigningKey.open(settings.keyFile(), settings.certificateFile(), random);
    Sm2Certificate own = key.certificate();
    if (!own.commonName().equals(settings.kioskId())) {
      throw new CryptoException(
          CryptoFault.CERTIFICATE_NAME_WRONG,
          settings.certificateFile()
              + " is not kiosk "
              + settings.kioskId()
              + "'s certificate; put the right file or correct kioskId");
    }
    Sm2Certificate platform =
        PemFiles.readCertificate(settings.platformEncryptionCertificateFile());
    trust.check(own, CertificateUse.SIGN, clock.instant());
    trust.check(platform, CertificateUse.ENCRYPT, clock.instant());
    OrderKeys orderKeys = new OrderKeys(new LocalSecret(settings.orderSecretFile(), random).open());
    return new KeyStation(
        new Gbt35275EnvelopeSealer(key, platform, codec, orderKeys, clock, random),
        new Gbt35275StatementSealer(key, platform, fleet, clock, random),
        new Gbt35275ParcelSealer(key, platform, clock, random),
        new Sm2ReceiptVerifier(settings.kioskId(), trust, settings.platformSignCn(), codec, clock),
        new Sm2OrderVerifier(settings.kioskId(), trust, settings.platformSignCn(), fleet, clock),
        new Sm2ParcelVerifier(trust, clock),
        own.notAfter().isBefore(platform.notAfter()) ? own.notAfter() : platform.notAfter());
  }

  /** Time left until the first certificate expires; negative when one has expired. */
  Duration left(InstantSource clock) {
    return Duration.between(clock.instant(), expires);
  }
}
