package egov.kiosk.checks.kura.stock;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.publisher.CloudPublisher;

/** Keeps what is published. */
final class StockCloud implements CloudPublisher {
  private final List<String> published = new CopyOnWriteArrayList<>();

  /** What the site named it. */
  String name() {
    return "kiosk-health";
  }

  @Override
  public String publish(KuraMessage message) {
    published.add(message.getPayload().metrics().toString());
    return Integer.toString(published.size());
  }

  /** What was published last; empty when nothing was. */
  String last() {
    return published.isEmpty() ? "" : published.get(published.size() - 1);
  }
}
