package egov.kiosk.uplinkmqtt.link;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A client library's connection, used once and thrown away. It remembers nothing: what was under
 * way when it ends is sent again by whoever owns the message. Safe for use by several threads.
 */
interface Transport {
  /** How long the library is given to write a farewell. */
  long FAREWELL_MILLIS = 250;

  /** What a connection tells, on the library's threads. */
  interface Events {
    void received(InboundMessage message);

    /** The connection ended by itself: at most once, and only after {@link #connect} succeeded. */
    void lost(ReasonCode code);
  }

  /**
   * Connects and logs in.
   *
   * @return what the broker can be loaded with; fails with a {@link RefusedException}, or with what
   *     the network said
   */
  CompletionStage<ServerLimits> connect();

  /** Asks for topics with quality of service 1; the answers in the same order. */
  CompletionStage<List<ReasonCode>> subscribe(List<Subscription> wanted);

  /** Hands over one publication; fails when the connection ends before the answer. */
  CompletionStage<ReasonCode> publish(Publication publication);

  /**
   * Frees the socket and ends every thread.
   *
   * @param farewell whether to say goodbye, so that the broker drops our will
   */
  void end(boolean farewell);
}
