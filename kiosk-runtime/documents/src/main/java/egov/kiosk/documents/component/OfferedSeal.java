package egov.kiosk.documents.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.KioskKey;
import egov.kiosk.crypto.seal.ElectronicSeal;
import egov.kiosk.domain.document.SealPlace.Fault;
import java.time.Instant;
import java.util.Optional;

/** Whether a file that somebody brought is a seal this kiosk can seal with, and is believed. */
final class OfferedSeal {
  private final KioskKey key;
  private final String maker;
  private final Instant now;

  /**
   * @param maker the common name of whoever makes the seals believed here
   */
  OfferedSeal(KioskKey key, String maker, Instant now) {
    this.key = key;
    this.maker = maker;
    this.now = now;
  }

  /** Whom to believe is read only when it comes to that. */
  interface Authorities {
    TrustStore read() throws CryptoException;
  }

  Optional<Fault> fault(byte[] der, Authorities authorities) {
    Sm2Certificate own;
    try {
      own = key.signing().certificate();
    } catch (CryptoException e) {
      return Optional.of(Fault.NOT_ENROLLED);
    }
    ElectronicSeal seal;
    try {
      seal = ElectronicSeal.parse(der);
    } catch (CryptoException e) {
      return Optional.of(Fault.NO_SEAL);
    }
    if (!seal.isGenuine()) {
      return Optional.of(Fault.NO_SEAL);
    }
    if (!seal.mayBeUsedBy(own)) {
      return Optional.of(Fault.OTHER_CERTIFICATE);
    }
    if (now.isBefore(seal.content().validFrom()) || now.isAfter(seal.content().validUntil())) {
      return Optional.of(Fault.NOT_VALID);
    }
    return makerFault(seal, authorities);
  }

  private Optional<Fault> makerFault(ElectronicSeal seal, Authorities authorities) {
    if (!seal.maker().commonName().equals(maker)) {
      return Optional.of(Fault.MAKER_UNKNOWN);
    }
    try {
      authorities.read().check(seal.maker(), CertificateUse.SIGN, seal.content().createdAt());
      return Optional.empty();
    } catch (CryptoException e) {
      boolean over =
          e.fault() == CryptoFault.CERTIFICATE_EXPIRED
              || e.fault() == CryptoFault.CERTIFICATE_NOT_YET_VALID;
      return Optional.of(over ? Fault.NOT_VALID : Fault.MAKER_UNKNOWN);
    }
  }
}
