package egov.kiosk.gateway.attachment;

import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;

/**
 * Where chunks wait for their manifest, encrypted as they came. Every worker sees the same. What it
 * loses is asked for again, so nothing here need be forced to a disk. Safe for several threads.
 */
public interface ChunkShelf {
  /**
   * Puts a chunk there, in place of one of the same number.
   *
   * @return whether it was kept; false when this kiosk has as much here as it may
   */
  boolean put(String kioskId, TransactionId id, int index, byte[] sealed) throws IOException;

  /** Which chunks of an attachment are here. */
  BitSet have(String kioskId, TransactionId id) throws IOException;

  /** When the last chunk of an attachment came; empty when there is none. */
  Optional<Instant> last(String kioskId, TransactionId id) throws IOException;

  /** A chunk; empty when it is not here any more. */
  Optional<byte[]> get(String kioskId, TransactionId id, int index) throws IOException;

  /** Takes one chunk away. */
  void remove(String kioskId, TransactionId id, int index) throws IOException;

  /** Takes all chunks of an attachment away. */
  void drop(String kioskId, TransactionId id) throws IOException;

  /** Takes away the attachments of which nothing came since. */
  void tidy(Instant before) throws IOException;
}
