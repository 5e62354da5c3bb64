package egov.kiosk.gateway.orders;

import egov.kiosk.domain.fleet.DownChannel;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was ordered and what was answered, where every worker sees it. What a method wrote survives
 * a power cut once it returns. Safe for several threads.
 */
interface OrderStore extends AutoCloseable {
  /** How many answers of a kiosk are kept. */
  int MOST_ANSWERS = 100;

  /** Keeps an order as one that is still to be settled; what is desired replaces the last. */
  void put(SentOrder order) throws IOException;

  /** Orders not settled and not expired; forgets those that expired. */
  List<SentOrder> outstanding(Instant now) throws IOException;

  /** Notes that an order needs not be sent again; does nothing when it is so already. */
  void settle(String kioskId, DownChannel channel, String id) throws IOException;

  /** What was desired of a kiosk last. */
  Optional<SentOrder> desired(String kioskId, DownChannel channel) throws IOException;

  /** Keeps what a kiosk answered, one line of JSON. */
  void answered(String kioskId, String json) throws IOException;

  /** What a kiosk answered, oldest first. */
  List<String> answers(String kioskId) throws IOException;

  @Override
  default void close() {}
}
