package egov.kiosk.domain.document;

import java.io.IOException;
import java.util.Optional;

/** Where the organisation's electronic seal (GB/T 38540) lies. Safe for use by several threads. */
public interface SealPlace {
  /** Why a seal is not taken. */
  enum Fault {
    /** These are not the bytes of a seal, or were altered. */
    NO_SEAL,
    /** Made for another certificate than this kiosk signs with. */
    OTHER_CERTIFICATE,
    /** Its maker is none this kiosk believes. */
    MAKER_UNKNOWN,
    /** Not valid yet, or not any more. */
    NOT_VALID,
    /** This kiosk has no certificate yet: it must be enrolled first. */
    NOT_ENROLLED,
    /** It would be taken, but nothing says where it would lie ({@code documents.sealFile}). */
    NO_PLACE
  }

  /** Why this would not be taken; empty when it would. */
  Optional<Fault> refused(byte[] seal);

  /**
   * Puts it in place of the one before, if it is taken; in force with the next document.
   *
   * @return why it was not; then nothing changed
   * @throws IOException when it could not be written
   */
  Optional<Fault> put(byte[] seal) throws IOException;
}
