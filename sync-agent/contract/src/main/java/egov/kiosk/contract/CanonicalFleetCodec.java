package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.fleet.FleetCodec;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.Statement;

/**
 * Statements and orders as canonical JSON (RFC 8785), read as strictly as {@link
 * CanonicalMessageCodec} does; orders have at most 256 KiB. Safe for use by any thread.
 */
public final class CanonicalFleetCodec implements FleetCodec {
  @Override
  public byte[] encode(Statement statement) {
    return CanonicalJson.write(StatementJson.write(statement));
  }

  @Override
  public byte[] encode(Order order) {
    return CanonicalJson.write(OrderJson.write(order));
  }

  @Override
  public Order decodeOrder(byte[] bytes) throws MalformedMessageException {
    return OrderJson.read(new Members("order", StrictJson.read(bytes, StrictJson.LARGEST_ORDER)));
  }

  /**
   * The platform's side: reads what a kiosk said for itself. {@link CanonicalMessageCodec#decode}
   * reads these too.
   *
   * @throws MalformedMessageException when they are not exactly a statement of this contract
   */
  public Statement decodeStatement(byte[] bytes) throws MalformedMessageException {
    Members json = new Members("statement", StrictJson.read(bytes));
    MessageHead.version(json);
    return StatementJson.read(json);
  }
}
