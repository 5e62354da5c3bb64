package egov.kiosk.agent.statement;

import egov.kiosk.domain.transaction.TransactionId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids of statements that follow from what they speak of: making the same statement again gives the
 * same id, so that the queue itself refuses the second one. In the form of every message's id (RFC
 * 9562 §5.7), with digest bits in place of random ones; they protect nothing.
 */
final class StatementIds {
  private StatementIds() {}

  /**
   * The id.
   *
   * @param at the time in the id
   * @param about what tells the statement from every other one of all kiosks
   */
  static TransactionId of(Instant at, String about) {
    ByteBuffer digest = ByteBuffer.wrap(digest(about));
    long high = (at.toEpochMilli() << 16) | 0x7000L | (digest.getLong() & 0x0FFFL);
    long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new TransactionId(new UUID(high, low).toString());
  }

  private static byte[] digest(String about) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(about.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
