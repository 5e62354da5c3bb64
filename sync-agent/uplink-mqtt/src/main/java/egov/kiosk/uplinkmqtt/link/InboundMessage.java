package egov.kiosk.uplinkmqtt.link;

import java.util.Objects;
import java.util.Optional;

/** A message the broker delivered. Its payload is a stranger's until proven otherwise. */
public final class InboundMessage {
  private final String topic;
  private final byte[] payload;
  private final boolean retained;
  private final boolean assured;
  private final Optional<String> messageId;
  private final Runnable acknowledgement;

  InboundMessage(
      String topic,
      byte[] payload,
      boolean retained,
      boolean assured,
      Optional<String> messageId,
      Runnable acknowledgement) {
    this.topic = Objects.requireNonNull(topic, "topic");
    this.payload = payload.clone();
    this.retained = retained;
    this.assured = assured;
    this.messageId = messageId;
    this.acknowledgement = acknowledgement;
  }

  public String topic() {
    return topic;
  }

  /** A copy of the payload. */
  public byte[] payload() {
    return payload.clone();
  }

  /** Bytes of the payload. */
  public int length() {
    return payload.length;
  }

  /** Whether the sender asked the broker to keep it: old news to whoever subscribes later. */
  public boolean retained() {
    return retained;
  }

  /** Whether the broker waits for an acknowledgement (quality of service 1). */
  boolean assured() {
    return assured;
  }

  /** The sender's {@link Publication#MESSAGE_ID}, at most 64 characters, unchecked otherwise. */
  public Optional<String> messageId() {
    return messageId;
  }

  /**
   * Tells the broker that it may forget the message. Without it the broker delivers the message
   * again on the next connection, and stops delivering once {@link LinkOptions#receiveMaximum()}
   * messages wait. Does nothing on a connection that is gone. Never blocks for long; any thread.
   */
  public void acknowledge() {
    acknowledgement.run();
  }

  @Override
  public String toString() {
    return "InboundMessage[" + payload.length + " bytes]";
  }
}
