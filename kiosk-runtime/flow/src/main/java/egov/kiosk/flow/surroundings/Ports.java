package egov.kiosk.flow.surroundings;

import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.citizen.FaceVerifier;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.CodeScanner;
import egov.kiosk.domain.device.DocumentCamera;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.device.SocialCardReader;
import egov.kiosk.domain.document.SlipKeeper;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.Attachments;
import egov.kiosk.domain.fleet.Closure;
import egov.kiosk.domain.help.HelpLine;
import egov.kiosk.domain.inquiry.Inquiries;
import egov.kiosk.domain.inquiry.Standings;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.print.PagePrinter;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.trace.Spans;
import egov.kiosk.domain.transaction.Catalogue;
import java.util.Optional;
import java.util.Set;

/**
 * The rooms and devices around the desk, as they are at the moment of the call: a device may come
 * and go at any time. Never blocks. Safe for several threads.
 */
public interface Ports {
  EnvelopeSealer sealer();

  /** What ties a consent to the wording that was shown. */
  Sm3Digest digest();

  Outbox outbox();

  Catalogue catalogue();

  Optional<FaceVerifier> faceVerifier();

  Optional<IdCardReader> reader();

  /** The reader of social security cards. */
  default Optional<SocialCardReader> socialCardReader() {
    return Optional.empty();
  }

  Optional<Printer> printer();

  /** The print desk with its ledger; without one slips are printed and forgotten. */
  default Optional<PrintDesk> prints() {
    return Optional.empty();
  }

  Optional<Camera> camera();

  /** The camera for papers. */
  default Optional<DocumentCamera> documentCamera() {
    return Optional.empty();
  }

  /** The printer for sheets; printing goes by {@link #prints()}. */
  default Optional<PagePrinter> pagePrinter() {
    return Optional.empty();
  }

  /** Where pictures go; without one no paper is photographed and nothing signed. */
  default Optional<Attachments> attachments() {
    return Optional.empty();
  }

  /** Who asks the platform's books; without one a question is handed in and answered later. */
  default Optional<Inquiries> inquiries() {
    return Optional.empty();
  }

  /** What the platform told without being asked, for when nobody can be. */
  default Optional<Standings> standings() {
    return Optional.empty();
  }

  /** The scanner of codes on telephones and slips. */
  default Optional<CodeScanner> codeScanner() {
    return Optional.empty();
  }

  /** Who gives slips to the platform as sealed files, if this kiosk makes any. */
  default Optional<SlipKeeper> slips() {
    return Optional.empty();
  }

  /** Where staff who vouch for a citizen say who they are. */
  default Optional<StaffDoor> staff() {
    return Optional.empty();
  }

  /** Who tells the platform's people that somebody calls for help. */
  default Optional<HelpLine> helpLine() {
    return Optional.empty();
  }

  /** Where what was done is recorded. */
  default AuditLog audit() {
    return AuditLog.NONE;
  }

  /** Who is told how long things took. */
  default Spans spans() {
    return Spans.NONE;
  }

  /**
   * Whether the platform said that it takes what else than an identity card citizens may show; an
   * older one would refuse what was accepted here.
   */
  default boolean otherCredentials() {
    return true;
  }

  /** Whether the platform can be reached. */
  boolean online();

  /** Whether the platform can be asked anything now. */
  default boolean canAsk() {
    return online() && inquiries().isPresent();
  }

  /** Whether papers can be photographed and handed in now. */
  default boolean canTakePapers() {
    return documentCamera().map(found -> found.status().state().usable()).orElse(false)
        && attachments().isPresent()
        && outbox().accepting();
  }

  /** Why new citizens are refused (暂停服务); empty when they are not. */
  Set<Closure> closures();
}
