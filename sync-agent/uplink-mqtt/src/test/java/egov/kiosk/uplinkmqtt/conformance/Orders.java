package egov.kiosk.uplinkmqtt.conformance;

import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.FleetListener;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps what came down beside receipts. */
final class Orders implements FleetListener {
  private final List<String> heard = new ArrayList<>();
  private int largest;

  @Override
  public synchronized void received(DownChannel channel, byte[] payload) {
    heard.add(channel + " " + new String(payload, StandardCharsets.UTF_8));
    largest = Math.max(largest, payload.length);
  }

  synchronized List<String> heard() {
    return List.copyOf(heard);
  }

  synchronized int largest() {
    return largest;
  }
}
