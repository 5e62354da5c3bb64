package egov.kiosk.agent;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.domain.envelope.MessageKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Which kinds of message the broker refuses now. After the pause one message is tried; only when it
 * is taken do the others follow.
 */
final class Parking {
  /** Reasons that concern one message only: topic invalid, packet too large, payload refused. */
  private static final Set<Integer> MESSAGE_ONLY = Set.of(0x90, 0x95, 0x99);

  private final Map<MessageKind, Long> until = new EnumMap<>(MessageKind.class);
  private final Map<MessageKind, Integer> reasons = new EnumMap<>(MessageKind.class);

  /**
   * Notes a refusal.
   *
   * @return whether this is news about the kind, worth a line in the log
   */
  boolean refused(MessageKind kind, int reasonCode, long resume) {
    if (MESSAGE_ONLY.contains(reasonCode)) {
      return true;
    }
    boolean news = !Integer.valueOf(reasonCode).equals(reasons.get(kind));
    if (reasonCode == SendOutcome.NOT_AUTHORISED) {
      close(kind, reasonCode, resume);
    } else {
      for (MessageKind each : MessageKind.values()) {
        close(each, reasonCode, resume);
      }
    }
    return news;
  }

  private void close(MessageKind kind, int reasonCode, long resume) {
    until.put(kind, resume);
    reasons.put(kind, reasonCode);
  }

  /** The broker took a message of the kind. */
  void taken(MessageKind kind) {
    until.remove(kind);
    reasons.remove(kind);
  }

  /** A new connection may find other rights: one message of each kind is tried at once. */
  void reconsider(long now) {
    until.replaceAll((kind, when) -> Math.min(when, now));
  }

  /** Whether the kind is refused, or was and has not been tried again with success. */
  boolean doubtful(MessageKind kind) {
    return until.containsKey(kind);
  }

  /** Until when the kind is to be left alone. */
  long until(MessageKind kind) {
    return until.get(kind);
  }

  /** Whether every kind is doubtful, so that taking up new messages makes no sense. */
  boolean everything() {
    return until.size() == MessageKind.values().length;
  }
}
