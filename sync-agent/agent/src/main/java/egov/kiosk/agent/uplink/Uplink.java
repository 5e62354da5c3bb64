package egov.kiosk.agent.uplink;

import egov.kiosk.domain.outbox.QueuedEnvelope;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * The way to the platform (上行链路). It connects, keeps itself connected with its own back-off, sends
 * what it is given and hands over what comes down. It stores nothing: the outbox is the only
 * memory, and whatever is under way when it stops or loses the line is offered again by the agent.
 *
 * <p>Safe for use by several threads. Only the sync agent calls it.
 */
public interface Uplink {
  /**
   * Begins to connect and to report to the listener; returns at once. Called once before anything
   * else, and again only after {@link #stop}.
   */
  void start(UplinkListener listener);

  /**
   * Sends one message with at-least-once delivery (MQTT 5 §4.3.2, QoS 1) and returns at once.
   *
   * <p>The result is completed exactly once, on any thread, and never exceptionally. While there is
   * no connection it is {@link SendOutcome.Result#FAILED} at once: nothing is queued here. A
   * message whose acknowledgement is still out when the connection goes is {@code FAILED} too;
   * sending it again is the agent's decision.
   *
   * <p>The agent never has more than {@link #window()} unacknowledged messages out and never passes
   * one larger than {@link #maxMessageBytes()}; an uplink answers {@code FAILED} to either.
   */
  CompletionStage<SendOutcome> send(QueuedEnvelope message);

  /**
   * How many unacknowledged messages the other side takes now (MQTT 5 §3.2.2.3.3 Receive Maximum),
   * at least 1. May change with every connection.
   */
  int window();

  /**
   * The largest message, in bytes of {@code envelope().length()}, that can be sent now: the
   * contract's own limit or what is left of the other side's maximum packet size (MQTT 5
   * §3.2.2.3.6), whichever is less. May change with every connection.
   */
  int maxMessageBytes();

  /**
   * Closes the connection and stops every thread. After it returns the listener is not called any
   * more. May be called without {@link #start} and more than once.
   *
   * @param timeout how long to wait for a clean end; after that the end is made the hard way
   */
  void stop(Duration timeout);
}
