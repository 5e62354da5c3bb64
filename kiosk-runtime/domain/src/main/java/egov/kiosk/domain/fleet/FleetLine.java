package egov.kiosk.domain.fleet;

import java.util.concurrent.CompletionStage;

/**
 * The line to the platform for what is not queued. It stores nothing: what must not be lost is kept
 * by whoever sends it until the result says it arrived. Never delays queued messages: at most a few
 * sendings are under way, further ones fail at once. Safe for use by several threads.
 */
public interface FleetLine {
  /**
   * Sends one message and returns at once.
   *
   * @param payload at most {@link #maxBytes()} long; not changed afterwards
   * @return completed once, never exceptionally: whether the broker took it
   */
  CompletionStage<Boolean> send(UpChannel channel, byte[] payload);

  /** The largest payload that can be sent now; may change with every connection. */
  int maxBytes();

  /** Whether what is sent costs money, so that what can wait should. May change. */
  default boolean metered() {
    return false;
  }

  /** Whether the platform learns only from heartbeats that this kiosk is connected. May change. */
  default boolean heartbeatWanted() {
    return false;
  }
}
