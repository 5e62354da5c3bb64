package egov.kiosk.idcardreader;

import egov.kiosk.domain.device.CardRead;
import java.util.Objects;

/**
 * A card that was read with its fingerprints.
 *
 * @param read the card
 * @param fingerprints none when the card holds none or the reader cannot give them
 */
public record FingerprintedRead(CardRead read, Fingerprints fingerprints) implements AutoCloseable {
  public FingerprintedRead {
    Objects.requireNonNull(read, "read");
    Objects.requireNonNull(fingerprints, "fingerprints");
  }

  /** Wipes the fingerprints; the card is the caller's. */
  @Override
  public void close() {
    fingerprints.close();
  }
}
