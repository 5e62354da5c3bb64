package egov.kiosk.upkeep.look;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** The machine's network, as far as it is looked at. Safe for use by several threads. */
public interface Network {
  /** Addresses of cards that are up, without loopback and link-local ones. */
  List<InetAddress> addresses() throws IOException;

  /** What a name stands for; nothing when it is not found in time. */
  List<InetAddress> resolve(String host, Duration timeout) throws InterruptedException;

  /**
   * Opens a line and closes it.
   *
   * @throws IOException when nobody answers in time
   */
  void connect(String host, int port, Duration timeout) throws IOException;
}
