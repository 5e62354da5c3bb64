package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.rest.RestBox;
import egov.kiosk.domain.rest.RestException;
import egov.kiosk.domain.rest.RestKeyId;
import egov.kiosk.domain.rest.RestPlace;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The sealed column of a row: service item, order key, official number and reason, hidden, and with
 * them everything else in the row, which is authenticated beside: place, all open columns, and the
 * message's bytes, which are an envelope for the platform already. A row that is edited, moved to
 * another place or file, or made up by somebody without the data key does not open. An older state
 * of the same row at the same place does: it is sent again at most, and the platform knows it.
 *
 * <p>Safe for use by several threads.
 */
public final class RowBox {
  private static final String TABLE = "outbox.message";
  private static final int LONGEST = 64 * 1024;

  private final Optional<RestBox> rest;
  private final OpenedLately lately = new OpenedLately();

  private RowBox(Optional<RestBox> rest) {
    this.rest = rest;
  }

  /** With keys. */
  public static RowBox of(RestBox rest) {
    return new RowBox(Optional.of(rest));
  }

  /** Without: whether rows are whole is all it can tell, and what is sealed stays so. */
  public static RowBox closed() {
    return new RowBox(Optional.empty());
  }

  /** Whether it can open anything. */
  boolean hasKeys() {
    return rest.isPresent();
  }

  /**
   * What could be made of a row.
   *
   * @param row the row; what is sealed in it is blank when it did not open
   * @param sound whether it is as this kiosk wrote it, as far as can be told
   */
  record Opened(StoredRow row, boolean sound) {}

  /** Seals a row under the current key. */
  public BoxedRow seal(StoredRow row, MessageDigest sha256) throws SQLException {
    BoxedRow open = BoxedRow.of(row);
    byte[] beside = RowSeal.beside(open, sha256);
    try {
      byte[] box = keys().seal(place(open), beside, labels(row));
      return open.with(box, RowSeal.of(beside, box, sha256));
    } catch (RestException e) {
      throw new KeysMissing(e);
    }
  }

  /** Opens a row; a row that does not open is one nobody vouches for. */
  Opened open(BoxedRow row, MessageDigest sha256) throws SQLException {
    byte[] beside = RowSeal.beside(row, sha256);
    return opened(row, beside, sha256, labels(row, beside));
  }

  /** The same for a row that will be asked for once more soon, with {@link #openAgain}. */
  Opened openToSend(BoxedRow row, MessageDigest sha256) throws SQLException {
    byte[] beside = RowSeal.beside(row, sha256);
    byte[] labels = labels(row, beside);
    if (labels != null) {
      lately.note(row.sequence(), beside, row.box(), labels);
    }
    return opened(row, beside, sha256, labels);
  }

  /** The same for a row that may have been opened to be sent; nothing else about it differs. */
  Opened openAgain(BoxedRow row, MessageDigest sha256) throws SQLException {
    byte[] beside = RowSeal.beside(row, sha256);
    byte[] known = row.box() == null ? null : lately.take(row.sequence(), beside, row.box());
    return opened(row, beside, sha256, known == null ? labels(row, beside) : known);
  }

  private Opened opened(BoxedRow row, byte[] beside, MessageDigest sha256, byte[] labels) {
    boolean whole =
        row.box() != null
            && row.seal() != null
            && MessageDigest.isEqual(RowSeal.of(beside, row.box(), sha256), row.seal());
    if (rest.isEmpty() || row.box() == null) {
      return new Opened(blank(row), whole);
    }
    return labels == null
        ? new Opened(blank(row), false)
        : new Opened(read(row, labels).orElse(blank(row)), whole);
  }

  /** What is sealed in a row; null when there are no keys or it does not open. */
  private byte[] labels(BoxedRow row, byte[] beside) throws SQLException {
    if (rest.isEmpty() || row.box() == null) {
      return null;
    }
    try {
      return rest.get().open(place(row), beside, row.box());
    } catch (RestException e) {
      if (e.reason() == RestException.Reason.UNAVAILABLE) {
        throw new KeysMissing(e);
      }
      return null;
    }
  }

  /**
   * A row whose key is lost, sealed anew without what was sealed in it; any other as it is. Its
   * message is an envelope that the platform judges by its signature.
   */
  public BoxedRow adopt(BoxedRow row, MessageDigest sha256) throws SQLException {
    try {
      if (keys().knows(RestKeyId.of(row.box()))) {
        return row;
      }
    } catch (RestException e) {
      throw new KeysMissing(e);
    } catch (IllegalArgumentException e) {
      return row;
    }
    return seal(blank(row), sha256);
  }

  /** Whether a row of version 1 or 2 of the file is as it was written. */
  public static boolean fitsOlder(StoredRow row, byte[] seal, MessageDigest sha256) {
    return OldSeal.fits(row, seal, sha256);
  }

  /** Whether it is as this kiosk wrote it. */
  boolean sound(BoxedRow row, MessageDigest sha256) throws SQLException {
    return open(row, sha256).sound();
  }

  /** Whether what is sealed in it is under the key in use now. */
  boolean current(BoxedRow row) throws SQLException {
    byte[] box = row.box();
    return box != null && box.length >= RestKeyId.LENGTH && RestKeyId.of(box).equals(currentKey());
  }

  /** The key in use now. */
  RestKeyId currentKey() throws SQLException {
    try {
      return keys().current();
    } catch (RestException e) {
      throw new KeysMissing(e);
    }
  }

  private RestBox keys() throws KeysMissing {
    return rest.orElseThrow(
        () ->
            new KeysMissing(
                new RestException(
                    RestException.Reason.UNAVAILABLE, "this program was given no data keys")));
  }

  private static RestPlace place(BoxedRow row) {
    return new RestPlace(TABLE, Long.toString(row.sequence()));
  }

  private static byte[] labels(StoredRow row) {
    return new SealedText()
        .text(row.message().item())
        .text(row.message().orderKey().orElse(""))
        .text(row.standing().number().orElse(""))
        .text(row.standing().reason().orElse(""))
        .bytes();
  }

  private static StoredRow blank(BoxedRow row) {
    return row(row, "", Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Optional<StoredRow> read(BoxedRow row, byte[] labels) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(labels);
      String item = text(bytes);
      Optional<String> orderKey = some(text(bytes));
      Optional<String> number = some(text(bytes));
      return Optional.of(row(row, item, orderKey, number, some(text(bytes))));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String text(ByteBuffer bytes) {
    int length = bytes.getInt();
    if (length < 0 || length > LONGEST) {
      throw new IllegalArgumentException("no text");
    }
    byte[] utf8 = new byte[length];
    bytes.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static Optional<String> some(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static StoredRow row(
      BoxedRow row,
      String item,
      Optional<String> orderKey,
      Optional<String> number,
      Optional<String> reason) {
    return new StoredRow(
        row.sequence(),
        new StoredMessage(
            row.id(),
            row.kind(),
            item,
            row.lane(),
            orderKey,
            row.localNumber(),
            row.sm3(),
            row.length(),
            row.queuedAt()),
        new Standing(row.state(), row.retries(), row.settledAt(), row.issuedAt(), number, reason),
        row.bytes());
  }
}
