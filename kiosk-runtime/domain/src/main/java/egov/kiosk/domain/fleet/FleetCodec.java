package egov.kiosk.domain.fleet;

import egov.kiosk.domain.envelope.MalformedMessageException;

/**
 * Turns statements and orders into the exact bytes that are signed, and orders back. Deterministic:
 * equal messages give equal bytes. Safe for several threads.
 */
public interface FleetCodec {
  /** The canonical bytes of a statement. */
  byte[] encode(Statement statement);

  /** The canonical bytes of an order. */
  byte[] encode(Order order);

  /**
   * Reads an order's canonical bytes.
   *
   * @throws MalformedMessageException when they are not exactly an order of this contract
   */
  Order decodeOrder(byte[] bytes) throws MalformedMessageException;
}
