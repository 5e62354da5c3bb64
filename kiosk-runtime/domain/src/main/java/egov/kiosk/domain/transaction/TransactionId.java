package egov.kiosk.domain.transaction;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The identity of one transaction, end to end: what the platform de-duplicates by, and what every
 * receipt names. A UUID version 7 (RFC 9562 §5.7) in its lower-case text form.
 *
 * @param value the text form, 36 characters
 */
public record TransactionId(String value) {
  private static final Pattern SHAPE =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public TransactionId {
    Objects.requireNonNull(value, "value");
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("a transaction id is a version 7 UUID in lower case");
    }
  }

  /** A fresh id: 48 bits of time for ordering, 74 random bits for uniqueness. */
  public static TransactionId create(Instant now) {
    long high = (now.toEpochMilli() << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
    long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new TransactionId(new UUID(high, low).toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
