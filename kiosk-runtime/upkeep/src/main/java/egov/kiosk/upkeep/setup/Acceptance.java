package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.document.CertificateCopy;
import egov.kiosk.domain.document.DocumentException;
import egov.kiosk.domain.document.Documents;
import egov.kiosk.domain.document.PrintableCopies;
import egov.kiosk.domain.file.WholeFile;
import egov.kiosk.domain.fleet.AttachmentException;
import egov.kiosk.domain.fleet.Attachments;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.SetupException.Reason;
import egov.kiosk.domain.upkeep.SetupView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the acceptance report, keeps it, and gives it to the queue. */
final class Acceptance {
  private static final Logger LOG = LoggerFactory.getLogger(Acceptance.class);
  private static final int LARGEST = 4 * 1024 * 1024;
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Path directory;
  private final Ports ports;
  private final SetupRecord record;
  private final InstantSource clock;

  Acceptance(Path directory, Ports ports, SetupRecord record, InstantSource clock) {
    this.directory = directory;
    this.ports = ports;
    this.record = record;
    this.clock = clock;
  }

  /** Both forms of the report, then the record; a seal that cannot be put leaves the PDF alone. */
  void make(SetupView view, String badge) throws SetupException {
    Instant now = clock.instant();
    CertificateCopy report =
        ReportText.of(view, badge, ports.setting("crypto.kioskId"), now.atOffset(CHINA));
    byte[] pdf = printable(report);
    Optional<byte[]> ofd = sealed(naming(report, pdf), now);
    String name = "acceptance-" + now.atOffset(CHINA).format(STAMP);
    try {
      if (ofd.isPresent()) {
        new WholeFile(directory.resolve(name + ".ofd"), LARGEST).write(ofd.get());
      }
      new WholeFile(directory.resolve(name + ".pdf"), LARGEST).write(pdf);
    } catch (IOException e) {
      throw new SetupException(Reason.NOT_KEPT, "");
    }
    record.set("accepted", now.toString());
    record.set("report", name);
    record.set("sealed", ofd.isPresent() ? "yes" : "no");
    record.set("sent", sent(ofd, pdf, now) ? "yes" : "no");
  }

  /** The seal of the one form then holds for the other, too: not a byte of the PDF can change. */
  private CertificateCopy naming(CertificateCopy report, byte[] pdf) {
    return ports
        .digest()
        .map(sm3 -> ReportText.naming(report, HexFormat.of().formatHex(sm3.of(pdf))))
        .orElse(report);
  }

  private Optional<byte[]> sealed(CertificateCopy report, Instant now) throws SetupException {
    Optional<Documents> documents = ports.documents();
    if (documents.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(documents.get().certificateCopy(report, now));
    } catch (DocumentException e) {
      if (e.fault() == DocumentException.Fault.SEAL_UNAVAILABLE) {
        LOG.warn("The acceptance report bears no seal; put one (documents.sealFile), accept again");
        return Optional.empty();
      }
      throw new SetupException(Reason.NO_REPORT, "");
    }
  }

  private byte[] printable(CertificateCopy report) throws SetupException {
    PrintableCopies copies =
        ports.copies().orElseThrow(() -> new SetupException(Reason.NO_REPORT, "pdf"));
    try {
      return copies.pdf(report);
    } catch (DocumentException e) {
      throw new SetupException(Reason.NO_REPORT, "pdf");
    }
  }

  /** The manifests that go with attachments are signed with the kiosk's key. */
  private boolean sent(Optional<byte[]> ofd, byte[] pdf, Instant now) {
    Optional<Attachments> attachments = ports.attachments();
    if (attachments.isEmpty()) {
      return false;
    }
    TransactionId id = TransactionId.create(now);
    try {
      if (ofd.isPresent()) {
        attach(attachments.get(), id, "acceptance-report", "application/ofd", ofd.get());
      }
      attach(attachments.get(), id, "acceptance-report-pdf", "application/pdf", pdf);
      return true;
    } catch (AttachmentException e) {
      LOG.warn("The acceptance report is not in the queue: {}; accept again", e.getMessage());
      return false;
    }
  }

  private static void attach(
      Attachments attachments, TransactionId id, String name, String type, byte[] content)
      throws AttachmentException {
    attachments.attach(id, name, type, new ByteArrayInputStream(content));
  }
}
