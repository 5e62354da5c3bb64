package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.rest.RestBox;
import egov.kiosk.domain.rest.RestException;
import egov.kiosk.domain.rest.RestKeyId;
import egov.kiosk.outboxsqlite.store.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Moves rows to the data key in use while somebody looks at all of them anyway: a few rows in each
 * commit and a rest after it, so that no append ever waits for more than those. Cut off anywhere,
 * the next look goes on; the former keys are let go at the end of a whole one. Used by one thread.
 */
final class Resealing {
  private static final int STEP = 16;
  private static final long REST_MILLIS = 5;

  private final PendingMessages messages;
  private final RestBox rest;
  private final Keys keys;
  private final BooleanSupplier stopping;
  private final List<Long> waiting = new ArrayList<>();
  private RestKeyId target;

  Resealing(PendingMessages messages, RestBox rest, BooleanSupplier stopping) {
    this.messages = messages;
    this.rest = rest;
    this.keys = new Keys(rest);
    this.stopping = stopping;
  }

  /** Whether there is a key that no look was for. */
  boolean due() {
    try {
      return !rest.current().equals(target);
    } catch (RestException e) {
      return false;
    }
  }

  /** A look at all rows begins. */
  void begin() throws OutboxException {
    waiting.clear();
    target = keys.current();
  }

  /** A row that is sound and under another key. */
  void add(long place) throws OutboxException, InterruptedException {
    waiting.add(place);
    if (waiting.size() == STEP) {
      step();
    }
  }

  private void step() throws OutboxException, InterruptedException {
    messages.reseal(List.copyOf(waiting));
    waiting.clear();
    if (!stopping.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
    }
  }

  /** The look has seen every row up to a place. */
  void end(long upTo) throws OutboxException, InterruptedException {
    if (!waiting.isEmpty()) {
      step();
    }
    Set<RestKeyId> left = messages.resealed(upTo, target);
    // Told, a former key is destroyed; a damaged log must not bring rows back that need it.
    if (!keys.former() || messages.checkpoint()) {
      keys.tell(left);
    } else {
      target = null;
    }
  }
}
