package egov.kiosk.transfer;

import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.Parcel;
import egov.kiosk.domain.fleet.ParcelVerifier;
import egov.kiosk.domain.outbox.Courier;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.domain.outbox.ParcelRefusedException.Reason;
import java.util.Optional;

/** Checks the lines of a file, one after the other. Keeps nothing. */
final class FileReader {
  private final ParcelVerifier verifier;
  private final Sm3Digest sm3;

  FileReader(ParcelVerifier verifier, Sm3Digest sm3) {
    this.verifier = verifier;
    this.sm3 = sm3;
  }

  /**
   * A parcel whose signature holds. The array is not copied.
   *
   * @param next where the file stands behind it, as {@link Courier#check} says
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Checked(Parcel parcel, ParcelHeader header, byte[] bytes, String next) {}

  /** A line by itself, wherever it stands in its file. */
  Checked verify(String line) throws ParcelRefusedException {
    return verify(ParcelText.read(line));
  }

  Checked verify(byte[] bytes) throws ParcelRefusedException {
    try {
      Parcel parcel = verifier.verifyParcel(bytes);
      return new Checked(parcel, ParcelHeader.read(parcel.header()), bytes, Courier.NOWHERE);
    } catch (ReceiptRefusedException e) {
      throw new ParcelRefusedException(
          Reason.FORGED, "a parcel was changed, or is signed by nobody known here");
    }
  }

  /** The line that comes next in a file. */
  Checked check(String from, String line) throws ParcelRefusedException {
    Checked checked = verify(line);
    String signer = checked.parcel().kioskId();
    FileChain chain =
        from.equals(Courier.NOWHERE)
            ? FileChain.begin(checked.header().fileId(), signer)
            : FileChain.of(from);
    Optional<FileChain> next = chain.next(signer, checked.header(), sm3.of(checked.bytes()));
    return new Checked(
        checked.parcel(),
        checked.header(),
        checked.bytes(),
        next.map(FileChain::toString).orElse(Courier.NOWHERE));
  }
}
