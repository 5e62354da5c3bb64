package egov.kiosk.uplinkmqtt.link;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** A message to send, with quality of service 1 unless it may be lost. Immutable. */
public final class Publication {
  /** The user property (MQTT 5 §3.3.2.3.7) that carries {@link #messageId()}. */
  public static final String MESSAGE_ID = "message-id";

  /** The user property that carries {@link #trace()}. */
  public static final String TRACE = "traceparent";

  private static final int UUID = 36;

  private final String topic;
  private final byte[] payload;
  private final int quality;
  private final boolean retained;
  private final Optional<String> messageId;
  private final Optional<String> trace;

  private Publication(
      String topic, byte[] payload, int quality, boolean retained, Optional<String> messageId) {
    this.topic = Objects.requireNonNull(topic, "topic");
    this.payload = payload.clone();
    this.quality = quality;
    this.retained = retained;
    this.messageId = Objects.requireNonNull(messageId, "messageId");
    trace = messageId.filter(Publication::isUuid).map(Publication::trace);
    boolean wild = topic.indexOf('+') >= 0 || topic.indexOf('#') >= 0 || topic.indexOf(0) >= 0;
    if (topic.isEmpty() || topic.length() > 255 || wild) {
      throw new IllegalArgumentException("a topic has 1 to 255 characters and no wildcard");
    }
  }

  /** A message the broker forwards and forgets. */
  public static Publication of(String topic, byte[] payload) {
    return new Publication(topic, payload, 1, false, Optional.empty());
  }

  /** A message the broker forwards and forgets, with its identity beside the payload. */
  public static Publication of(String topic, byte[] payload, String messageId) {
    return new Publication(topic, payload, 1, false, Optional.of(messageId));
  }

  /** A message the broker keeps as the topic's last word. */
  public static Publication retained(String topic, byte[] payload) {
    return new Publication(topic, payload, 1, true, Optional.empty());
  }

  /** A message that may be lost on the way: nobody acknowledges it. */
  public static Publication lossy(String topic, byte[] payload) {
    return new Publication(topic, payload, 0, false, Optional.empty());
  }

  public String topic() {
    return topic;
  }

  /** A copy of the payload. */
  public byte[] payload() {
    return payload.clone();
  }

  /** Quality of service (MQTT 5 §4.3): 0 or 1. */
  public int quality() {
    return quality;
  }

  /** Bytes of the payload. */
  public int length() {
    return payload.length;
  }

  public boolean retained() {
    return retained;
  }

  public Optional<String> messageId() {
    return messageId;
  }

  /**
   * Where the message stands in its trace (W3C Trace Context §3.2): the message's own identity is
   * the trace, so that every room and every log line that names the message is part of it, and
   * nothing has to be kept for it.
   */
  public Optional<String> trace() {
    return trace;
  }

  /** In its lower-case text form (RFC 9562 §4); by hand, for each message that goes out. */
  private static boolean isUuid(String id) {
    if (id.length() != UUID) {
      return false;
    }
    for (int at = 0; at < UUID; at++) {
      char each = id.charAt(at);
      boolean hyphen = at == 8 || at == 13 || at == 18 || at == 23;
      boolean digit = each >= '0' && each <= '9' || each >= 'a' && each <= 'f';
      if (hyphen ? each != '-' : !digit) {
        return false;
      }
    }
    return true;
  }

  private static String trace(String id) {
    String digits = id.replace("-", "");
    return "00-" + digits + "-" + digits.substring(16) + "-01";
  }

  /** Bytes of the whole PUBLISH packet, what a broker's maximum packet size speaks of (§3.3). */
  public int packetBytes() {
    int properties =
        messageId.map(id -> 1 + utf8(MESSAGE_ID) + utf8(id)).orElse(0)
            + trace.map(place -> 1 + utf8(TRACE) + utf8(place)).orElse(0);
    int remaining = utf8(topic) + 2 + variableBytes(properties) + properties + payload.length;
    return 1 + variableBytes(remaining) + remaining;
  }

  private static int utf8(String text) {
    return 2 + text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static int variableBytes(int value) {
    int bytes = 1;
    for (int rest = value >>> 7; rest != 0; rest >>>= 7) {
      bytes++;
    }
    return bytes;
  }

  @Override
  public String toString() {
    return "Publication[" + topic + ", " + payload.length + " bytes]";
  }
}
