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

  /**
   * Whether taking up new messages makes no sense: every kind is doubtful, and none may be tried or
   * one is being tried.
   */
  boolean everything(long now, Roll roll) {
    if (until.size() < MessageKind.values().length) {
      return false;
    }
    for (Map.Entry<MessageKind, Long> each : until.entrySet()) {
      if (each.getValue() - now <= 0 && !roll.sending(each.getKey())) {
        return false;
      }
    }
    return true;
  }

  /** Nanoseconds until a kind that is left alone may be tried. */
  long pause(long now) {
    long pause = Drain.IDLE;
    for (long each : until.values()) {
      if (each - now > 0) {
        pause = Math.min(pause, each - now);
      }
    }
    return pause;
  }
}
