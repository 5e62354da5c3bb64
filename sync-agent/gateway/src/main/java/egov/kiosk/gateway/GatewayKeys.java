package egov.kiosk.gateway;

import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.RevocationList;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.EnvelopeOpener;
import egov.kiosk.crypto.envelope.ParcelOpener;
import egov.kiosk.crypto.envelope.ReceiptSigner;
import egov.kiosk.crypto.envelope.Sm2ParcelVerifier;
import egov.kiosk.crypto.sm.StreamedSm3;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.transfer.ParcelReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/**
 * What a gateway opens and signs with.
 *
 * @param opener opens what kiosks seal for the platform
 * @param signing signs receipts and orders
 * @param parcels opens what kiosks carry for each other
 */
public record GatewayKeys(EnvelopeOpener opener, SigningKey signing, ParcelReader parcels) {
  /**
   * A kiosk may have been without a line when its certificate ended; what its citizens were told is
   * accepted still counts. A revoked certificate never does.
   */
  static final Duration LATEST = Duration.ofDays(90);

  public GatewayKeys {
    Objects.requireNonNull(opener, "opener");
    Objects.requireNonNull(signing, "signing");
    Objects.requireNonNull(parcels, "parcels");
  }

  /**
   * Reads a directory: {@code ca.pem} with the authorities of the kiosks, and {@code platform-enc}
   * and {@code platform-sign}, each {@code .pem} and {@code .key}.
   *
   * @throws CryptoException naming the file that is missing or wrong
   */
  public static GatewayKeys read(Path pki, InstantSource clock, SecureRandom random)
      throws CryptoException {
    IssuedKey encryption =
        new IssuedKey(
            PemFiles.readKey(pki.resolve("platform-enc.key")),
            PemFiles.readCertificate(pki.resolve("platform-enc.pem")));
    TrustStore trust = trust(pki);
    return new GatewayKeys(
        new EnvelopeOpener(encryption, trust, clock).acceptingLate(LATEST),
        SoftwareSigningKey.open(
            pki.resolve("platform-sign.key"), pki.resolve("platform-sign.pem"), random),
        parcels(encryption, trust, clock));
  }

  private static TrustStore trust(Path pki) throws CryptoException {
    TrustStore trust = TrustStore.of(PemFiles.readCertificates(pki.resolve("ca.pem")));
    Path revoked = pki.resolve("crl.pem");
    if (Files.exists(revoked)) {
      for (RevocationList list : PemFiles.readRevocationLists(revoked)) {
        trust = trust.with(list);
      }
    }
    return trust;
  }

  private static ParcelReader parcels(IssuedKey encryption, TrustStore trust, InstantSource clock) {
    ParcelOpener opener = new ParcelOpener(encryption);
    return new ParcelReader(
        new Sm2ParcelVerifier(trust, clock),
        new StreamedSm3(),
        parcel -> {
          try {
            return opener.open(parcel);
          } catch (CryptoException e) {
            throw new ParcelRefusedException(
                ParcelRefusedException.Reason.FORGED, "a parcel is for another platform");
          }
        });
  }

  /** Signs receipts. */
  ReceiptSigner receipts() {
    return new ReceiptSigner(signing, new CanonicalMessageCodec());
  }
}
