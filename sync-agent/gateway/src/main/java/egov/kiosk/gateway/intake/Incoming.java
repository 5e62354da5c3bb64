package egov.kiosk.gateway.intake;

import java.util.Objects;
import java.util.Optional;

/**
 * A message that came in, a stranger's until proven otherwise.
 *
 * @param topic where it came
 * @param hint the sender's word about the message's id, outside the seal; only used to name a
 *     message whose inside cannot be read
 * @param envelope its bytes; shared and never changed
 * @param acknowledgement tells the broker that it may forget the message
 */
public record Incoming(
    String topic, Optional<String> hint, byte[] envelope, Runnable acknowledgement) {
  public Incoming {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(hint, "hint");
    Objects.requireNonNull(envelope, "envelope");
    Objects.requireNonNull(acknowledgement, "acknowledgement");
  }

  @Override
  public String toString() {
    return "Incoming[" + envelope.length + " bytes]";
  }
}
