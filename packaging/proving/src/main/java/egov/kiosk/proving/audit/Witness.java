package egov.kiosk.proving.audit;

import java.io.IOException;
import java.util.Optional;

/** Who can be asked what became of a message. */
public interface Witness {
  /** The official number the platform gave a message; empty for one it does not have. */
  Optional<String> number(String id) throws IOException, InterruptedException;

  /** How many messages the platform has in all. */
  long count() throws IOException, InterruptedException;

  /**
   * Where a message stands in the kiosk's queue: a DeliveryState, ABSENT, or FAILED.
   *
   * @param sequence its place, 0 for none; a row whose identity was destroyed is a dead letter
   *     there
   */
  String standing(String id, long sequence) throws InterruptedException;

  /** Whether the queue says of itself that what was at this place is missing. */
  boolean reportedMissing(long sequence);
}
