package egov.kiosk.flow.step;

import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.AttachmentException;
import egov.kiosk.domain.fleet.Attachments;
import egov.kiosk.domain.transaction.Assent;
import egov.kiosk.domain.transaction.Enclosed;
import egov.kiosk.domain.transaction.Enclosure;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.flow.session.Acceptance;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.Shot;
import egov.kiosk.flow.session.Signature;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Binds pictures and signature to the transaction by their SM3, and gives them to the attachments.
 * They are stored before the transaction is queued: a transaction that is accepted has everything
 * it names. An attachment whose transaction never comes belongs to nothing (decision 0021).
 */
public final class Enclosing {
  private static final String JPEG = "image/jpeg";

  private final Tools tools;

  Enclosing(Tools tools) {
    this.tools = tools;
  }

  /** One thing to send: its name, its kind, and a copy of its bytes for whoever overwrites it. */
  private record Part(String name, String mediaType, byte[] bytes) {}

  /** What the signed transaction names. */
  Enclosed bound(Session session) {
    Sm3Digest digest = tools.ports().digest();
    List<Enclosure> enclosures = new ArrayList<>();
    for (Part part : parts(session)) {
      String sm3 = HexFormat.of().formatHex(digest.of(part.bytes()));
      enclosures.add(new Enclosure(part.name(), part.mediaType(), part.bytes().length, sm3));
      Arrays.fill(part.bytes(), (byte) 0);
    }
    List<String> later =
        session.item().materials().stream()
            .filter(session.dossier().folder()::isLater)
            .map(Material::id)
            .toList();
    Optional<Assent> assent = session.dossier().signature().map(Signature::assent);
    return new Enclosed(
        enclosures, later, assent, session.dossier().retrieved().proofs(session.item()));
  }

  /**
   * Stores what is not stored yet; a second try goes on where the first one failed.
   *
   * @throws AttachmentException when something cannot be stored
   */
  void attach(Session session) throws AttachmentException {
    Attachments attachments =
        tools
            .ports()
            .attachments()
            .orElseThrow(
                () ->
                    new AttachmentException(
                        AttachmentException.Reason.CLOSED, "this kiosk takes no attachments"));
    Acceptance acceptance = session.acceptance();
    for (Part part : parts(session)) {
      String sm3 = HexFormat.of().formatHex(tools.ports().digest().of(part.bytes()));
      if (!acceptance.attached().contains(part.name() + sm3)) {
        attachments.attach(
            acceptance.transactionId(),
            part.name(),
            part.mediaType(),
            new ByteArrayInputStream(part.bytes()));
        acceptance.attached().add(part.name() + sm3);
      }
      Arrays.fill(part.bytes(), (byte) 0);
    }
  }

  /** Whether there is anything to send beside the form. */
  static boolean any(Session session) {
    return session.dossier().signature().map(given -> given.strokes().length > 0).orElse(false)
        || session.item().materials().stream()
            .anyMatch(material -> !session.dossier().folder().of(material).isEmpty());
  }

  /** Whether the item may have something to send beside its form. */
  public static boolean possible(ServiceItem item) {
    return item.signed() || !item.materials().isEmpty();
  }

  private static List<Part> parts(Session session) {
    List<Part> parts = new ArrayList<>();
    for (Material material : session.item().materials()) {
      int number = 0;
      for (Shot shot : session.dossier().folder().of(material)) {
        number++;
        parts.add(new Part(material.id() + "-" + number, JPEG, shot.page().jpeg()));
      }
    }
    session
        .dossier()
        .signature()
        .filter(given -> given.strokes().length > 0)
        .ifPresent(
            given -> {
              parts.add(new Part("signature-strokes", "application/json", given.strokes().clone()));
              parts.add(new Part("signature", "image/png", given.picture().clone()));
            });
    return parts;
  }
}
