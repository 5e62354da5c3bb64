package egov.kiosk.documents;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.KioskKey;
import egov.kiosk.crypto.seal.ElectronicSeal;
import egov.kiosk.crypto.seal.SealPicture;
import egov.kiosk.documents.ofd.OfdEntries;
import egov.kiosk.documents.ofd.RareGlyphs;
import egov.kiosk.documents.page.CertificateTemplate;
import egov.kiosk.documents.page.Layout;
import egov.kiosk.documents.page.SealSize;
import egov.kiosk.documents.page.SlipTemplate;
import egov.kiosk.documents.seal.SealedOfd;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.document.CertificateCopy;
import egov.kiosk.domain.document.DocumentException;
import egov.kiosk.domain.document.DocumentException.Fault;
import egov.kiosk.domain.document.Documents;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;

/** Makes documents from the two templates, with one seal and the kiosk's key. */
public final class SealedDocuments implements Documents {
  private static final int LARGEST = 1024 * 1024;
  private static final int MICROMETRES = 1000;

  /** China has one time for all its provinces. */
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final ElectronicSeal seal;
  private final SealSize size;
  private final KioskKey key;
  private final RareGlyphs rare;

  /**
   * @param seal at most 60 mm wide and high
   * @param key asked anew for each document
   * @param rare draws what ordinary fonts lack
   */
  public SealedDocuments(ElectronicSeal seal, KioskKey key, RareGlyphs rare) {
    this.seal = Objects.requireNonNull(seal, "seal");
    this.key = Objects.requireNonNull(key, "key");
    this.rare = Objects.requireNonNull(rare, "rare");
    SealPicture picture = seal.content().picture();
    size =
        new SealSize(
            picture.widthMillimetres() * MICROMETRES, picture.heightMillimetres() * MICROMETRES);
  }

  @Override
  public byte[] slip(Slip slip, Instant at) throws DocumentException {
    return sealed(SlipTemplate.set(slip, at.atOffset(CHINA).toLocalDate(), size), at);
  }

  @Override
  public byte[] certificateCopy(CertificateCopy copy, Instant at) throws DocumentException {
    return sealed(CertificateTemplate.set(copy, size), at);
  }

  private byte[] sealed(Layout layout, Instant at) throws DocumentException {
    if (at.isBefore(seal.content().validFrom()) || at.isAfter(seal.content().validUntil())) {
      throw new DocumentException(
          Fault.SEAL_UNAVAILABLE,
          "the seal is not valid now; check the clock, then renew the seal");
    }
    byte[] document;
    try {
      document =
          SealedOfd.write(
              OfdEntries.of(layout, rare, true), layout.seal(), seal, key.signing(), at);
    } catch (CryptoException e) {
      throw new DocumentException(Fault.SEAL_UNAVAILABLE, e.getMessage(), e);
    }
    if (document.length > LARGEST) {
      throw new DocumentException(Fault.TOO_LONG, "the document would be larger than 1 MiB");
    }
    return document;
  }
}
