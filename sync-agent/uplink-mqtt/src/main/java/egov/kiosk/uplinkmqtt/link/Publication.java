package egov.kiosk.uplinkmqtt.link;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A message to send, with quality of service 1 unless it may be lost. Immutable. */
public final class Publication {
  /** The user property (MQTT 5 §3.3.2.3.7) that carries {@link #messageId()}. */
  public static final String MESSAGE_ID = "message-id";

  /** The user property that carries {@link #trace()}. */
  public static final String TRACE = "traceparent";

  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern FORBIDDEN = Pattern.compile("[+#\\x00]");

  private final String topic;
  private final byte[] payload;
  private final int quality;
  private final boolean retained;
  private final Optional<String> messageId;

  private Publication(
      String topic, byte[] payload, int quality, boolean retained, Optional<String> messageId) {
    this.topic = Objects.requireNonNull(topic, "topic");
    this.payload = payload.clone();
    this.quality = quality;
    this.retained = retained;
    this.messageId = Objects.requireNonNull(messageId, "messageId");
    if (topic.isEmpty() || topic.length() > 255 || FORBIDDEN.matcher(topic).find()) {
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
    return messageId
        .filter(id -> UUID.matcher(id).matches())
        .map(id -> id.replace("-", ""))
        .map(trace -> "00-" + trace + "-" + trace.substring(16) + "-01");
  }

  /** Bytes of the whole PUBLISH packet, what a broker's maximum packet size speaks of (§3.3). */
  public int packetBytes() {
    int properties =
        messageId.map(id -> 1 + utf8(MESSAGE_ID) + utf8(id)).orElse(0)
            + trace().map(place -> 1 + utf8(TRACE) + utf8(place)).orElse(0);
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
