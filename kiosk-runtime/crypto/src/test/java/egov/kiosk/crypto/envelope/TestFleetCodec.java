package egov.kiosk.crypto.envelope;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.fleet.FleetCodec;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.Statement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A stand-in for the contract room: of orders it knows those for missing chunks. */
public class TestFleetCodec implements FleetCodec {
  @Override
  public byte[] encode(Statement statement) {
    return ("statement " + statement.id()).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] encode(Order order) {
    Order.MissingChunks missing = (Order.MissingChunks) order;
    return String.join(
            "|", "order", missing.kioskId(), missing.issuedAt().toString(), missing.attachmentId())
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Order decodeOrder(byte[] bytes) throws MalformedMessageException {
    String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\\|", -1);
    if (parts.length != 4 || !parts[0].equals("order")) {
      throw new MalformedMessageException("four parts");
    }
    return new Order.MissingChunks(parts[1], Instant.parse(parts[2]), parts[3], List.of(0));
  }
}
