package egov.kiosk.transfer;

import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.ParcelVerifier;
import egov.kiosk.domain.outbox.Courier;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.domain.outbox.ParcelRefusedException.Reason;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The platform's side: opens parcels, whether a kiosk carried them or a file was brought. Safe for
 * use by several threads.
 */
public final class ParcelReader {
  private final FileReader reader;
  private final ParcelKey key;

  /** Takes a parcel that was opened. */
  @FunctionalInterface
  public interface Taker {
    /**
     * Takes every message in it as if it had just come from the kiosk that signed the parcel.
     *
     * @throws IOException when they could not be kept; the file can be read again
     */
    void take(OpenedParcel parcel) throws IOException;
  }

  public ParcelReader(ParcelVerifier verifier, Sm3Digest sm3, ParcelKey key) {
    this.reader = new FileReader(verifier, sm3);
    this.key = Objects.requireNonNull(key, "key");
  }

  /**
   * Opens a parcel by itself, as a carrier sends it.
   *
   * @throws ParcelRefusedException when one byte of it is not as it was signed, or not ours
   */
  public OpenedParcel read(byte[] parcel) throws ParcelRefusedException {
    return open(reader.verify(parcel.clone()));
  }

  /**
   * Checks a parcel without opening it.
   *
   * @return the parcel's identity, by which its carrier is answered
   * @throws ParcelRefusedException when one byte of it is not as it was signed, or not ours
   */
  public TransactionId identify(byte[] parcel) throws ParcelRefusedException {
    return reader.verify(parcel.clone()).header().parcelId();
  }

  /**
   * Reads a file. First all of it is checked; only then is the first parcel handed on.
   *
   * @return how many parcels it has
   * @throws ParcelRefusedException when one byte of it is not as it was signed; nothing was handed
   *     on
   * @throws IOException when it cannot be read, or a taker could not keep what it was given
   */
  public int readFile(Path file, Taker taker) throws ParcelRefusedException, IOException {
    check(file);
    int parcels = 0;
    try (FileLines lines = FileLines.open(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        taker.take(open(reader.verify(line)));
        parcels++;
      }
    }
    return parcels;
  }

  private void check(Path file) throws ParcelRefusedException, IOException {
    String place = Courier.NOWHERE;
    boolean ended = false;
    try (FileLines lines = FileLines.open(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (ended) {
          throw new ParcelRefusedException(Reason.OUT_OF_ORDER, "the file goes on after its end");
        }
        FileReader.Checked checked = reader.check(place, line);
        open(checked);
        place = checked.next();
        ended = place.equals(Courier.NOWHERE);
      }
    }
    if (!ended) {
      throw new ParcelRefusedException(Reason.OUT_OF_ORDER, "the file has no end");
    }
  }

  private OpenedParcel open(FileReader.Checked checked) throws ParcelRefusedException {
    List<CarriedMessage> messages = ParcelBody.read(key.open(checked.parcel()));
    if (messages.size() != checked.header().messages()) {
      throw new ParcelRefusedException(
          Reason.MALFORMED, "a parcel does not hold what it says it holds");
    }
    return new OpenedParcel(checked.parcel().kioskId(), checked.header().parcelId(), messages);
  }
}
