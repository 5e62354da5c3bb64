package egov.kiosk.gateway.attachment;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.transaction.TransactionId;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** As much of a queue as attachments need. */
final class ManifestQueue {
  private final Map<String, SignedEnvelope> queued = new ConcurrentHashMap<>();
  private final Map<String, DeliveryState> states = new ConcurrentHashMap<>();

  Outbox outbox() {
    return (Outbox)
        Proxy.newProxyInstance(
            ManifestQueue.class.getClassLoader(),
            new Class<?>[] {Outbox.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "append" -> append((SignedEnvelope) arguments[0]);
                  case "find" -> find((String) arguments[0]);
                  case "pending" -> List.of();
                  case "accepting" -> true;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private long append(SignedEnvelope envelope) {
    states.put(envelope.id().value(), DeliveryState.PENDING);
    queued.put(envelope.id().value(), envelope);
    return queued.size();
  }

  private Optional<OutboxEntry> find(String id) {
    return Optional.ofNullable(queued.get(id))
        .map(
            envelope ->
                new OutboxEntry(
                    1,
                    envelope.id(),
                    envelope.kind(),
                    envelope.itemCode(),
                    envelope.label(),
                    envelope.length(),
                    states.get(id),
                    0,
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
  }

  SignedEnvelope manifest(TransactionId id) {
    return queued.get(id.value());
  }

  void delivered(TransactionId id) {
    states.put(id.value(), DeliveryState.DELIVERED);
  }
}
