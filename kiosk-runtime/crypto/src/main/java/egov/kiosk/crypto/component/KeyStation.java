package egov.kiosk.crypto.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.archive.CertificateArchive;
import egov.kiosk.crypto.archive.RevocationShelf;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.KeyCustody;
import egov.kiosk.crypto.custody.LocalSecret;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.envelope.Gbt35275EnvelopeSealer;
import egov.kiosk.crypto.envelope.Gbt35275ParcelSealer;
import egov.kiosk.crypto.envelope.Gbt35275QuestionSealer;
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
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Key, certificates and trust as opened from the configured files, all found to fit together.
 *
 * @param key the signing key itself
 * @param sealer seals transactions and ratings with the key
 * @param statements seals what the kiosk says for itself with the key
 * @param questions seals what citizens ask with the key
 * @param parcels makes parts of exports with the key
 * @param receipts verifies receipts
 * @param orders verifies orders
 * @param foreignParcels verifies parts of exports
 * @param validity until when all of this can be used
 */
record KeyStation(
    SigningKey key,
    EnvelopeSealer sealer,
    StatementSealer statements,
    Gbt35275QuestionSealer questions,
    ParcelSealer parcels,
    ReceiptVerifier receipts,
    OrderVerifier orders,
    ParcelVerifier foreignParcels,
    Validity validity) {

  /**
   * Opens the files and takes the signing key.
   *
   * @param custody who holds the key
   * @throws CryptoException when something is missing, too open, malformed, expired or does not fit
   */
  static KeyStation open(
      CryptoSettings settings,
      KeyCustody custody,
      MessageCodec codec,
      FleetCodec fleet,
      InstantSource clock,
      SecureRandom random)
      throws CryptoException {
    RevocationShelf.Stocked stocked = settings.trust().open(settings.ownFolder());
    TrustStore trust = stocked.trust();
    SigningKey key = custody.signing();
    Sm2Certificate own = key.certificate();
    if (!own.commonName().equals(settings.kioskId())) {
      throw new CryptoException(
          CryptoFault.CERTIFICATE_NAME_WRONG,
          "the certificate of "
              + custody.description().label()
              + " is not kiosk "
              + settings.kioskId()
              + "'s certificate; put the right key and certificate or correct kioskId");
    }
    Sm2Certificate platform =
        PemFiles.readCertificate(settings.platformEncryptionCertificateFile());
    trust.check(own, CertificateUse.SIGN, clock.instant());
    trust.check(platform, CertificateUse.ENCRYPT, clock.instant());
    OrderKeys orderKeys = new OrderKeys(new LocalSecret(settings.orderSecretFile(), random).open());
    return new KeyStation(
        key,
        new Gbt35275EnvelopeSealer(key, platform, codec, orderKeys, clock, random),
        new Gbt35275StatementSealer(key, platform, fleet, clock, random),
        new Gbt35275QuestionSealer(key, platform, clock, random),
        new Gbt35275ParcelSealer(key, platform, clock, random),
        new Sm2ReceiptVerifier(settings.kioskId(), trust, settings.platformSignCn(), codec, clock),
        new Sm2OrderVerifier(settings.kioskId(), trust, settings.platformSignCn(), fleet, clock),
        new Sm2ParcelVerifier(trust, clock),
        validity(settings, stocked, own, platform));
  }

  private static Validity validity(
      CryptoSettings settings,
      RevocationShelf.Stocked stocked,
      Sm2Certificate own,
      Sm2Certificate platform) {
    TrustStore trust = stocked.trust();
    List<Validity.Dated> dated = new ArrayList<>();
    dated.add(Validity.Dated.of("this kiosk's signing certificate", own));
    dated.add(Validity.Dated.of("the platform's encryption certificate", platform));
    for (Sm2Certificate authority : trust.authoritiesOf(own)) {
      dated.add(Validity.Dated.of("an authority's certificate", authority));
    }
    dated.sort(Comparator.comparing(Validity.Dated::expires));
    return new Validity(
        dated,
        trust.revocations().freshUntil(),
        stocked
            .problem()
            .map(CryptoException::getMessage)
            .or(() -> archive(settings, trust, own, platform)));
  }

  /** Keeps what is believed today for the questions of later years. */
  private static Optional<String> archive(
      CryptoSettings settings, TrustStore trust, Sm2Certificate own, Sm2Certificate platform) {
    Path folder = settings.ownFolder().resolve("certificates");
    try {
      new CertificateArchive(folder).keep(trust.authorities());
      new CertificateArchive(folder).keep(List.of(own, platform));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "certificates cannot be archived in " + folder + "; let this process's user write there");
    }
  }
}
