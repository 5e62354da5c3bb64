package egov.kiosk.upkeep.look;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The network of this machine. */
public final class SystemNetwork implements Network {
  @Override
  public List<InetAddress> addresses() throws IOException {
    List<InetAddress> found = new ArrayList<>();
    for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      if (card.isUp() && !card.isLoopback()) {
        Collections.list(card.getInetAddresses()).stream()
            .filter(address -> !address.isLinkLocalAddress())
            .forEach(found::add);
      }
    }
    return found;
  }

  /** The system's resolver knows no timeout, so it is waited for on a thread that may stay. */
  @Override
  public List<InetAddress> resolve(String host, Duration timeout) throws InterruptedException {
    FutureTask<List<InetAddress>> asking =
        new FutureTask<>(
            () -> {
              try {
                return List.of(InetAddress.getAllByName(host));
              } catch (UnknownHostException e) {
                return List.of();
              }
            });
    Thread thread = new Thread(asking, "upkeep-names");
    thread.setDaemon(true);
    thread.start();
    try {
      return asking.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return List.of();
    }
  }

  @Override
  public void connect(String host, int port, Duration timeout) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), Math.toIntExact(timeout.toMillis()));
    }
  }
}
