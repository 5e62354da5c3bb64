package egov.kiosk.outboxsqlite.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The check value of a row (行校验): SHA-256 over every column but the attempt counter, the message's
 * bytes included. It shows rows that rot, and rows edited by somebody who did not also recompute
 * it; it is not a signature. What the platform believes is the SM2 signature inside the message.
 *
 * <p>Rows written by version 1 of the file keep the check value they have, which does not speak of
 * the columns version 2 added: it counts only as long as these hold nothing. Whatever is written
 * gets the new form.
 */
public final class RowSeal {
  /** Bytes of a check value. */
  public static final int LENGTH = 32;

  private static final String DOMAIN = "egov-kiosk-outbox-row-2";
  private static final String DOMAIN_1 = "egov-kiosk-outbox-row-1";

  private RowSeal() {}

  /** The check value of the row. */
  public static byte[] of(StoredRow row) {
    return of(row, digest());
  }

  /** The same with a digest at hand, which is as good as new before and after. */
  static byte[] of(StoredRow row, MessageDigest sha256) {
    StoredMessage message = row.message();
    Standing standing = row.standing();
    SealedText text =
        new SealedText()
            .text(DOMAIN)
            .number(row.sequence())
            .text(message.id())
            .text(message.kind())
            .text(message.item())
            .text(message.lane())
            .text(message.orderKey().orElse(""))
            .text(message.localNumber().orElse(""))
            .text(message.sm3())
            .number(message.length())
            .number(message.queuedAt())
            .text(standing.state())
            .number(standing.retries())
            .number(standing.settledAt().orElse(Long.MIN_VALUE))
            .number(standing.issuedAt().orElse(Long.MIN_VALUE))
            .text(standing.number().orElse(""))
            .text(standing.reason().orElse(""));
    return digest(text, row.bytes(), sha256);
  }

  private static byte[] ofVersion1(StoredRow row, MessageDigest sha256) {
    StoredMessage message = row.message();
    Standing standing = row.standing();
    SealedText text =
        new SealedText()
            .text(DOMAIN_1)
            .number(row.sequence())
            .text(message.id())
            .text(message.kind())
            .text(message.item())
            .text(message.sm3())
            .number(message.length())
            .number(message.queuedAt())
            .text(standing.state())
            .number(standing.settledAt().orElse(Long.MIN_VALUE))
            .text(standing.number().orElse(""))
            .text(standing.reason().orElse(""));
    return digest(text, row.bytes(), sha256);
  }

  /** Whether the row is as it was written. */
  public static boolean fits(StoredRow row, byte[] seal) {
    return fits(row, seal, digest());
  }

  /** The same with a digest at hand. */
  public static boolean fits(StoredRow row, byte[] seal, MessageDigest sha256) {
    if (seal == null) {
      return false;
    }
    boolean old = row.message().isPlain() && row.standing().isPlain();
    return MessageDigest.isEqual(of(row, sha256), seal)
        || (old && MessageDigest.isEqual(ofVersion1(row, sha256), seal));
  }

  private static byte[] digest(SealedText text, byte[] bytes, MessageDigest sha256) {
    text.length(bytes.length).into(sha256);
    return sha256.digest(bytes);
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
