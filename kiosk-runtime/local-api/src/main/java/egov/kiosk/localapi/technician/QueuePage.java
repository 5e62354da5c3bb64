package egov.kiosk.localapi.technician;

import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.LocalNumber;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queue: what waits and what was given up. There is no personal data in it. */
final class QueuePage {
  private static final int PAGE = 500;
  private static final int MOST = 100;

  private final Outbox outbox;

  QueuePage(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Dead letters first, then what waits, each oldest first. */
  Reply reply() throws OutboxException {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("pending", outbox.counts().pending());
    page.put("delivered", outbox.counts().delivered());
    page.put("deadLetters", outbox.counts().deadLetter());
    page.put("dead", of(DeliveryState.DEAD_LETTER));
    page.put("waiting", of(DeliveryState.PENDING));
    return Reply.of(page);
  }

  private List<Map<String, Object>> of(DeliveryState state) throws OutboxException {
    Deque<Map<String, Object>> found = new ArrayDeque<>();
    long after = 0;
    while (found.size() < MOST) {
      List<OutboxEntry> page = outbox.list(after, PAGE);
      for (OutboxEntry entry : page) {
        after = entry.sequence();
        if (entry.state() == state && found.size() < MOST) {
          found.add(row(entry));
        }
      }
      if (page.size() < PAGE) {
        break;
      }
    }
    return List.copyOf(found);
  }

  private static Map<String, Object> row(OutboxEntry entry) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", entry.id().value());
    row.put("slip", entry.label().localNumber().map(LocalNumber::value).orElse(""));
    row.put("kind", entry.kind().word());
    row.put("item", entry.itemCode());
    row.put("bytes", entry.bytes());
    row.put("attempts", entry.attempts());
    row.put("queuedAt", entry.queuedAt().toString());
    row.put("reason", entry.reason().orElse(""));
    return row;
  }

  /** Makes dead letters pending again: one, or all of them. */
  Reply retry(String which) throws OutboxException {
    if (!which.equals("all")) {
      Optional<OutboxEntry> one = outbox.find(which);
      boolean done = one.isPresent() && outbox.retry(one.get().id());
      return done ? Reply.of(Map.of("retried", 1)) : Reply.refused(409, "NOT_RETRIED");
    }
    int retried = 0;
    int round;
    do {
      round = 0;
      for (Map<String, Object> row : of(DeliveryState.DEAD_LETTER)) {
        Optional<OutboxEntry> dead = outbox.find((String) row.get("id"));
        round += dead.isPresent() && outbox.retry(dead.get().id()) ? 1 : 0;
      }
      retried += round;
    } while (round > 0);
    return Reply.of(Map.of("retried", retried));
  }
}
