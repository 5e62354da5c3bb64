package egov.kiosk.contract;

import egov.kiosk.domain.fleet.Statement;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.Objects;

/** Something a kiosk said for itself that came in. */
public record ReceivedStatement(Statement statement) implements ReceivedMessage {
  public ReceivedStatement {
    Objects.requireNonNull(statement, "statement");
  }

  @Override
  public TransactionId id() {
    return statement.id();
  }

  @Override
  public String kioskId() {
    return statement.kioskId();
  }

  @Override
  public String itemCode() {
    return statement.kind().word();
  }
}
