package egov.kiosk.localapi;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which messages a technician wants to see.
 *
 * @param after only those behind this place
 * @param limit at most this many
 * @param state only these, or all
 * @param lane only these, or all
 */
record OutboxQuery(long after, int limit, Optional<DeliveryState> state, Optional<Lane> lane) {
  private static final Pattern SHAPE =
      Pattern.compile("[a-z]+=[A-Za-z0-9_-]{1,36}(&[a-z]+=[A-Za-z0-9_-]{1,36}){0,3}");
  private static final int MAX_ENTRIES = 1_000;
  private static final int PAGE = 1_000;

  /**
   * Reads a query string.
   *
   * @param query e.g. {@code after=0&limit=100&state=PENDING&lane=URGENT}, each part at most once
   *     and any of them left out; null for none of them
   * @return empty when it is not such a query
   */
  static Optional<OutboxQuery> read(String query) {
    if (query == null) {
      return Optional.of(new OutboxQuery(0, 100, Optional.empty(), Optional.empty()));
    }
    if (!SHAPE.matcher(query).matches()) {
      return Optional.empty();
    }
    Map<String, String> parts = new HashMap<>();
    for (String part : query.split("&")) {
      int equals = part.indexOf('=');
      if (parts.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
        return Optional.empty();
      }
    }
    try {
      OutboxQuery read =
          new OutboxQuery(
              number(parts.remove("after"), 0, Long.MAX_VALUE),
              (int) number(parts.remove("limit"), 100, MAX_ENTRIES),
              Optional.ofNullable(parts.remove("state")).map(DeliveryState::valueOf),
              Optional.ofNullable(parts.remove("lane")).map(Lane::valueOf));
      return parts.isEmpty() ? Optional.of(read) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The first dead letters behind a place. */
  static OutboxQuery deadLetters(long after) {
    return new OutboxQuery(
        after, MAX_ENTRIES, Optional.of(DeliveryState.DEAD_LETTER), Optional.empty());
  }

  private static long number(String text, long otherwise, long largest) {
    long value = text == null ? otherwise : Long.parseLong(text);
    if (value < 0 || value > largest) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  /** The messages asked for, oldest first. */
  List<OutboxEntry> of(Outbox outbox) throws OutboxException {
    List<OutboxEntry> wanted = new ArrayList<>();
    long from = after;
    int size = state.isEmpty() && lane.isEmpty() ? Math.max(1, limit) : PAGE;
    while (wanted.size() < limit) {
      List<OutboxEntry> page = outbox.list(from, size);
      for (OutboxEntry entry : page) {
        if (wanted.size() < limit && fits(entry)) {
          wanted.add(entry);
        }
        from = entry.sequence();
      }
      if (page.size() < size) {
        break;
      }
    }
    return wanted;
  }

  private boolean fits(OutboxEntry entry) {
    return state.map(wanted -> wanted == entry.state()).orElse(true)
        && lane.map(wanted -> wanted == entry.label().lane()).orElse(true);
  }
}
