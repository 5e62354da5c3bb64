package egov.kiosk.uplinkmqtt.link;

import java.util.Objects;

/**
 * What to listen to.
 *
 * @param filter a topic filter
 * @param kept whether what the broker kept there is wanted as well. MQTT 3.1.1 sends it in any
 *     case, marked {@link InboundMessage#retained()}
 */
public record Subscription(String filter, Kept kept) {
  /** Retain handling (MQTT 5 §3.8.3.1). */
  public enum Kept {
    /** On every subscribing. */
    ALWAYS,
    /** When the broker does not know the subscription from before. */
    NEW,
    /** Not at all. */
    NEVER
  }

  public Subscription {
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(kept, "kept");
    if (filter.isEmpty() || filter.length() > 255) {
      throw new IllegalArgumentException("a topic filter has 1 to 255 characters");
    }
  }

  /** To what is sent from now on. */
  public static Subscription fresh(String filter) {
    return new Subscription(filter, Kept.NEVER);
  }

  /** To what is sent from now on, and to the last word before. */
  public static Subscription withKept(String filter) {
    return new Subscription(filter, Kept.ALWAYS);
  }

  /**
   * The same for a later connection: what the broker kept was heard, and changes since then are in
   * the session, unless the broker lost it. A fleet that comes back at once stays small that way.
   */
  Subscription again() {
    return kept == Kept.ALWAYS ? new Subscription(filter, Kept.NEW) : this;
  }
}
