package egov.kiosk.documents.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.RevocationList;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.KioskKey;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.seal.ElectronicSeal;
import egov.kiosk.documents.SealedDocuments;
import egov.kiosk.documents.font.FontOutlines;
import egov.kiosk.documents.verify.OfdVerifier;
import egov.kiosk.documents.verify.SealTrust;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.document.CertificateCopy;
import egov.kiosk.domain.document.DocumentCheck;
import egov.kiosk.domain.document.DocumentException;
import egov.kiosk.domain.document.DocumentVerifier;
import egov.kiosk.domain.document.Documents;
import egov.kiosk.domain.document.SealPlace;
import egov.kiosk.domain.document.Verdict;
import egov.kiosk.domain.file.WholeFile;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Offers making and verifying documents from the configured files. Files are opened when first
 * needed and again while they are not in order, so that a seal can be put in place any time.
 */
@Component(
    name = "documents",
    configurationPid = "documents",
    service = {Documents.class, DocumentVerifier.class, SealPlace.class, HealthCheck.class})
@Designate(ocd = DocumentsConfiguration.class)
public final class DocumentsComponent
    implements Documents, DocumentVerifier, SealPlace, HealthCheck {
  private static final int LARGEST_SEAL = 1024 * 1024;

  private final KioskKey key;
  private final InstantSource clock;
  private final RefusedDocuments refused = new RefusedDocuments(System::nanoTime);
  private DocumentsSettings settings;
  private Optional<Documents> documents = Optional.empty();

  /** Opens nothing yet. */
  @Activate
  public DocumentsComponent(@Reference KioskKey key, DocumentsConfiguration configuration) {
    this(key, InstantSource.system(), DocumentsSettings.of(configuration));
  }

  DocumentsComponent(KioskKey key, InstantSource clock, DocumentsSettings settings) {
    this.key = key;
    this.clock = clock;
    this.settings = settings;
  }

  /** Takes a new configuration; an unchanged one changes nothing. */
  @Modified
  void modified(DocumentsConfiguration configuration) {
    modified(DocumentsSettings.of(configuration));
  }

  synchronized void modified(DocumentsSettings changed) {
    if (!changed.equals(settings)) {
      settings = changed;
      documents = Optional.empty();
    }
  }

  @Override
  public byte[] slip(Slip slip, Instant at) throws DocumentException {
    return documents().slip(slip, at);
  }

  @Override
  public byte[] certificateCopy(CertificateCopy copy, Instant at) throws DocumentException {
    return documents().certificateCopy(copy, at);
  }

  @Override
  public DocumentCheck verify(byte[] document) {
    return refused.note(checked(document));
  }

  private DocumentCheck checked(byte[] document) {
    try {
      return verifier().verify(document);
    } catch (CryptoException e) {
      return new DocumentCheck(
          Verdict.UNSUPPORTED, "nobody is trusted here: " + e.getMessage(), Optional.empty());
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindAudit(AuditLog service) {
    refused.tell(service);
  }

  void unbindAudit(AuditLog service) {
    refused.leave(service);
  }

  @Override
  public synchronized Optional<SealPlace.Fault> refused(byte[] seal) {
    Optional<SealPlace.Fault> fault =
        new OfferedSeal(key, settings.sealMaker(), clock.instant()).fault(seal, this::authorities);
    boolean nowhere = fault.isEmpty() && settings.sealFile().isEmpty();
    return nowhere ? Optional.of(SealPlace.Fault.NO_PLACE) : fault;
  }

  @Override
  public synchronized Optional<SealPlace.Fault> put(byte[] seal) throws IOException {
    Optional<SealPlace.Fault> refused = refused(seal);
    if (refused.isEmpty()) {
      new WholeFile(settings.sealFile().orElseThrow(), LARGEST_SEAL).write(seal);
      documents = Optional.empty();
    }
    return refused;
  }

  @Override
  public String name() {
    return SealCheck.NAME;
  }

  @Override
  public synchronized Finding check(Duration timeout) {
    if (settings.sealFile().isEmpty()) {
      return SealCheck.none();
    }
    try {
      return SealCheck.of(seal(), key, clock.instant());
    } catch (DocumentException e) {
      return SealCheck.unreadable(e.getMessage());
    }
  }

  private synchronized Documents documents() throws DocumentException {
    if (documents.isEmpty()) {
      documents =
          Optional.of(new SealedDocuments(seal(), key, new FontOutlines(settings.rareFonts())));
    }
    return documents.get();
  }

  private ElectronicSeal seal() throws DocumentException {
    Path file =
        settings
            .sealFile()
            .orElseThrow(
                () ->
                    new DocumentException(
                        DocumentException.Fault.SEAL_UNAVAILABLE,
                        "this kiosk has no seal; set documents.sealFile"));
    try (InputStream in = Files.newInputStream(file)) {
      return ElectronicSeal.parse(in.readNBytes(LARGEST_SEAL));
    } catch (IOException | CryptoException e) {
      throw new DocumentException(
          DocumentException.Fault.SEAL_UNAVAILABLE,
          file + " is no seal of GB/T 38540; put the right file",
          e);
    }
  }

  /** Reads whom to believe anew each time: a list of revoked certificates may just have come. */
  private synchronized DocumentVerifier verifier() throws CryptoException {
    return new OfdVerifier(new SealTrust(authorities(), Set.of(settings.sealMaker())), clock);
  }

  private TrustStore authorities() throws CryptoException {
    Path file =
        settings
            .trustFile()
            .orElseThrow(
                () ->
                    new CryptoException(
                        CryptoFault.FILE_UNREADABLE, "no trust file; set documents.trustFile"));
    TrustStore trust = TrustStore.of(PemFiles.readCertificates(file));
    if (settings.revocationFile().isPresent()) {
      for (RevocationList list : PemFiles.readRevocationLists(settings.revocationFile().get())) {
        trust = trust.with(list);
      }
    }
    return trust;
  }
}
