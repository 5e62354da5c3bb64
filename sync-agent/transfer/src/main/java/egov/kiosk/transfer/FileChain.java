package egov.kiosk.transfer;

import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.domain.outbox.ParcelRefusedException.Reason;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a file was read: which file, how many parcels, and what the last of them was. Immutable.
 */
final class FileChain {
  private static final Pattern SHAPE =
      Pattern.compile("([0-9a-f-]{36}):([a-z0-9-]{1,64}):([0-9]{1,9}):([0-9a-f]{64})");

  private final TransactionId fileId;
  private final String kioskId;
  private final int index;
  private final byte[] digest;

  private FileChain(TransactionId fileId, String kioskId, int index, byte[] digest) {
    this.fileId = fileId;
    this.kioskId = kioskId;
    this.index = index;
    this.digest = digest;
  }

  /** Where a kiosk's file begins. */
  static FileChain begin(TransactionId fileId, String kioskId) {
    return new FileChain(fileId, kioskId, 0, new byte[ParcelHeader.DIGEST]);
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException when it is nothing of the kind
   */
  static FileChain of(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a place in a file");
    }
    return new FileChain(
        new TransactionId(matcher.group(1)),
        matcher.group(2),
        Integer.parseInt(matcher.group(3)),
        HexFormat.of().parseHex(matcher.group(4)));
  }

  /** The header of the parcel that comes next. */
  ParcelHeader header(TransactionId parcelId, boolean last, int messages) {
    return new ParcelHeader(fileId, parcelId, index, last, digest, messages);
  }

  /** The same file behind one parcel more. */
  FileChain behind(byte[] parcelDigest) {
    return new FileChain(fileId, kioskId, index + 1, parcelDigest.clone());
  }

  /**
   * Goes on behind a parcel of a verified signature.
   *
   * @param signer who signed it
   * @param parcelDigest its SM3
   * @return empty when the file ends with it
   * @throws ParcelRefusedException {@code OUT_OF_ORDER} when it is not the one that comes next
   */
  Optional<FileChain> next(String signer, ParcelHeader header, byte[] parcelDigest)
      throws ParcelRefusedException {
    boolean fits =
        header.fileId().equals(fileId)
            && signer.equals(kioskId)
            && header.index() == index
            && header.follows(digest);
    if (!fits) {
      throw new ParcelRefusedException(
          Reason.OUT_OF_ORDER, "line " + (index + 1) + " does not follow the one before");
    }
    return header.last() ? Optional.empty() : Optional.of(behind(parcelDigest));
  }

  @Override
  public String toString() {
    return fileId + ":" + kioskId + ":" + index + ":" + HexFormat.of().formatHex(digest);
  }
}
