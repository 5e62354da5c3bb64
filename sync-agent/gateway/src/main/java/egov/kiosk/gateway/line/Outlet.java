package egov.kiosk.gateway.line;

import java.util.concurrent.CompletionStage;

/** Sends to kiosks. Stores nothing: what must not be lost is kept by whoever sends it. */
public interface Outlet {
  /**
   * Hands a message to the broker, behind those handed over before. Never blocks; any thread.
   *
   * @param topic a topic of the contract, from {@code egov.kiosk.contract.Topics}
   * @param payload not changed afterwards
   * @param retained whether the broker keeps it as the topic's last word; only for {@code desired/}
   *     and only in profile A
   * @return completed once, never exceptionally: whether the broker took it
   */
  CompletionStage<Boolean> send(String topic, byte[] payload, boolean retained);
}
