package egov.kiosk.domain.field;

import egov.kiosk.domain.transaction.Enclosure;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.Objects;

/**
 * Something that goes with a draft: a photo, a voice note, a signature. Its identity is drawn when
 * it is taken, so that it is sent once however often handing in is begun again.
 *
 * @param id the identity of the attachment it becomes
 * @param enclosure its name, kind, length and digest
 */
public record Piece(TransactionId id, Enclosure enclosure) {
  /** The most photos of one draft. */
  public static final int PHOTOS = 4;

  public Piece {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(enclosure, "enclosure");
  }
}
