package egov.kiosk.outboxsqlite.store;

import java.security.MessageDigest;

/**
 * The check value of rows of versions 1 and 2 of the file: SHA-256 over every column but the
 * attempt counter, the message's bytes included, without any key. Read to take such rows over,
 * never made.
 */
final class OldSeal {
  private static final String DOMAIN = "egov-kiosk-outbox-row-2";
  private static final String DOMAIN_1 = "egov-kiosk-outbox-row-1";

  private OldSeal() {}

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
  static boolean fits(StoredRow row, byte[] seal, MessageDigest sha256) {
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
}
