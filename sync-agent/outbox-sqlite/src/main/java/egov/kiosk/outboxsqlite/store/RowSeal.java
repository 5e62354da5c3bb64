package egov.kiosk.outboxsqlite.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The check value of a row (行校验): SHA-256 over every column but the attempt counter, the message's
 * bytes included. It shows rows that rot, and rows edited by somebody who did not also recompute
 * it; it is not a signature. What the platform believes is the SM2 signature inside the message.
 */
public final class RowSeal {
  /** Bytes of a check value. */
  public static final int LENGTH = 32;

  private static final String DOMAIN = "egov-kiosk-outbox-row-1";

  private RowSeal() {}

  /** The check value of the row. */
  public static byte[] of(StoredRow row) {
    MessageDigest sha256 = sha256();
    ByteArrayOutputStream head = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(head)) {
      text(out, DOMAIN);
      out.writeLong(row.sequence());
      text(out, row.id());
      text(out, row.kind());
      text(out, row.item());
      text(out, row.sm3());
      out.writeLong(row.length());
      out.writeLong(row.queuedAt());
      text(out, row.state());
      out.writeLong(row.settledAt().orElse(Long.MIN_VALUE));
      text(out, row.number().orElse(""));
      text(out, row.reason().orElse(""));
      out.writeInt(row.bytes().length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sha256.update(head.toByteArray());
    return sha256.digest(row.bytes());
  }

  /** Whether the row is as it was written. */
  public static boolean fits(StoredRow row, byte[] seal) {
    return seal != null && MessageDigest.isEqual(of(row), seal);
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
