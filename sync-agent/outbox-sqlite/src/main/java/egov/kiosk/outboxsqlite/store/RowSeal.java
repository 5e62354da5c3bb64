package egov.kiosk.outboxsqlite.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The check value of a row (行校验): SHA-256 over every column but the attempt counter, the sealed
 * column and the message's bytes included. It needs no key, so that damage is found and rows are
 * salvaged by tools that have none. Whoever edits a row can make it anew; that is what {@link
 * RowBox} is for.
 */
public final class RowSeal {
  /** Bytes of a check value. */
  public static final int LENGTH = 32;

  private static final String DOMAIN = "egov-kiosk-outbox-row-3";

  private RowSeal() {}

  /**
   * The digest of all that is not sealed: what the sealed column is bound to, and half of the check
   * value. The box and the check value of the row do not count.
   */
  static byte[] beside(BoxedRow row, MessageDigest sha256) {
    new SealedText()
        .text(DOMAIN)
        .number(row.sequence())
        .text(row.id())
        .text(row.kind())
        .text(row.lane())
        .text(row.localNumber().orElse(""))
        .text(row.sm3())
        .number(row.length())
        .number(row.queuedAt())
        .text(row.state())
        .number(row.retries())
        .number(row.settledAt().orElse(Long.MIN_VALUE))
        .number(row.issuedAt().orElse(Long.MIN_VALUE))
        .length(row.bytes().length)
        .into(sha256);
    return sha256.digest(row.bytes());
  }

  /** The check value. */
  static byte[] of(byte[] beside, byte[] box, MessageDigest sha256) {
    sha256.update(beside);
    return sha256.digest(box);
  }

  /** Whether the row is as it was written, as far as one can tell without a key. */
  public static boolean fits(BoxedRow row, MessageDigest sha256) {
    return row.seal() != null
        && row.box() != null
        && MessageDigest.isEqual(of(beside(row, sha256), row.box(), sha256), row.seal());
  }

  /** A digest to make check values with, for one thread. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
