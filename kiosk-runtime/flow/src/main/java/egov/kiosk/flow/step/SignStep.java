package egov.kiosk.flow.step;

import egov.kiosk.domain.transaction.Assent;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskException.Reason;
import egov.kiosk.flow.desk.Ink;
import egov.kiosk.flow.ink.InkPicture;
import egov.kiosk.flow.ink.InkText;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.Signature;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The citizen stands for what was shown: by a signature on the screen (电子签名), or, who cannot or
 * would rather not write, by confirming the same sentence. Both count the same.
 */
final class SignStep {
  /**
   * A dot or a slip of the finger is no signature; the shortest name, 一, is a line of its width.
   */
  private static final double LEAST_WAY = 120;

  private final Tools tools;

  SignStep(Tools tools) {
    this.tools = tools;
  }

  /** The page was entered anew: what was signed before the last look no longer counts. */
  void begin(Session session) {
    if (session.acceptance().envelope().isEmpty()) {
      session.dossier().signature(null);
    }
  }

  /** The citizen signed. */
  void sign(Session session, Action.Sign signed) throws DeskException {
    requireOpen(session);
    Ink ink = signed.ink();
    if (ink.length() < LEAST_WAY) {
      throw new DeskException(Reason.SIGNATURE_TOO_SHORT);
    }
    byte[] strokes = InkText.of(ink, session.acceptance().transactionId());
    give(session, Assent.Way.SIGNED, strokes, InkPicture.png(ink));
  }

  /** The citizen confirmed. */
  void confirm(Session session, Action.Assent confirmed) throws DeskException {
    requireOpen(session);
    give(session, Assent.Way.CONFIRMED, new byte[0], new byte[0]);
  }

  private void give(Session session, Assent.Way way, byte[] strokes, byte[] picture) {
    byte[] digest = tools.ports().digest().of(Signature.SENTENCE.getBytes(StandardCharsets.UTF_8));
    Assent assent = new Assent(way, tools.clock().instant(), HexFormat.of().formatHex(digest));
    session.dossier().signature(new Signature(assent, strokes, picture));
  }

  /** These bytes may be queued already: they can be handed in again, but not changed. */
  private static void requireOpen(Session session) throws DeskException {
    if (session.acceptance().envelope().isPresent()) {
      throw new DeskException(Reason.WRONG_STEP);
    }
  }
}
