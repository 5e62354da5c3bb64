package egov.kiosk.agent.statement;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.fleet.Statement;
import egov.kiosk.domain.fleet.StatementSealer;
import egov.kiosk.domain.outbox.Ledger;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.Reckoning;
import egov.kiosk.domain.transaction.TransactionId;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A queue, its books and a sealer, as the ports promise them; remembers what was queued. */
final class StatementDesk implements StatementSealer, Ledger {
  final Map<TransactionId, SignedEnvelope> queued = new LinkedHashMap<>();
  final List<Statement> sealed = new ArrayList<>();
  final Map<LocalDate, Long> settled = new HashMap<>();
  OutboxException.Reason failing;
  boolean locked;

  /** The queue; it knows how to append and nothing else. */
  Outbox outbox() {
    return (Outbox)
        Proxy.newProxyInstance(
            Outbox.class.getClassLoader(),
            new Class<?>[] {Outbox.class},
            (proxy, method, arguments) -> append((SignedEnvelope) arguments[0]));
  }

  private long append(SignedEnvelope envelope) throws OutboxException {
    if (failing != null) {
      throw new OutboxException(failing, "told to fail");
    }
    if (queued.containsKey(envelope.id())) {
      throw new OutboxException(OutboxException.Reason.CONFLICT, "other bytes");
    }
    queued.put(envelope.id(), envelope);
    return queued.size();
  }

  @Override
  public String kioskId() {
    return "lab-000001";
  }

  @Override
  public SignedEnvelope seal(Statement statement) throws SealException {
    if (locked) {
      throw new SealException("told to fail", null);
    }
    sealed.add(statement);
    return new SignedEnvelope(
        statement.id(),
        statement.kind(),
        "",
        new byte[100],
        new byte[32],
        Label.of(statement.lane()));
  }

  @Override
  public Reckoning reckon(LocalDate day) {
    long that = settled.getOrDefault(day, 0L);
    return new Reckoning(day, 10 + that, that, 10, 0, 0, that, "0".repeat(64));
  }
}
