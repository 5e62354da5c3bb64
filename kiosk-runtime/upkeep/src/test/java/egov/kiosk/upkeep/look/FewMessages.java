package egov.kiosk.upkeep.look;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.transaction.TransactionId;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A queue that is only counted and listed. */
final class FewMessages {
  private final List<OutboxEntry> entries = new ArrayList<>();

  void add(DeliveryState state, Instant queuedAt) {
    long place = entries.size() + 1L;
    entries.add(
        new OutboxEntry(
            place,
            TransactionId.create(queuedAt),
            MessageKind.ITEM,
            "pension",
            Label.of(Lane.NORMAL),
            100,
            state,
            1,
            queuedAt,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  Outbox outbox() {
    return (Outbox)
        Proxy.newProxyInstance(
            Outbox.class.getClassLoader(),
            new Class<?>[] {Outbox.class},
            (proxy, method, given) ->
                switch (method.getName()) {
                  case "counts" ->
                      new OutboxCounts(
                          count(DeliveryState.PENDING),
                          count(DeliveryState.DELIVERED),
                          count(DeliveryState.DEAD_LETTER));
                  case "list" ->
                      entries.stream()
                          .filter(entry -> entry.sequence() > (long) given[0])
                          .limit((int) given[1])
                          .toList();
                  default -> throw new AssertionError("a look does not call " + method.getName());
                });
  }

  private long count(DeliveryState state) {
    return entries.stream().filter(entry -> entry.state() == state).count();
  }
}
