package egov.kiosk.emulator.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A TCP line that can go bad, for tests in the same process or as an emulator of its own.
 *
 * <p>Starts mended. Faults add up until {@link #mend}; each takes effect at once, on connections
 * that exist and on new ones, unless it says otherwise. All methods are thread safe and return
 * without waiting for the line.
 */
public final class FaultProxy implements AutoCloseable {
  private static final int CONNECT_MILLIS = 5_000;
  private static final long STOP_MILLIS = 5_000;

  private final Door door;
  private final InetSocketAddress target;
  private final Weather weather = new Weather();
  private final Set<Tunnel> tunnels = ConcurrentHashMap.newKeySet();
  private final AtomicLongArray carried = new AtomicLongArray(Direction.values().length);
  private final AtomicLong accepted = new AtomicLong();
  private final Thread porter = new Thread(this::serve, "emulator-network-porter");
  private volatile boolean cut;
  private volatile boolean closed;

  private FaultProxy(Door door, InetSocketAddress target) {
    this.door = door;
    this.target = target;
    porter.setDaemon(true);
  }

  /**
   * Opens the line.
   *
   * @param listen where connections come in, IPv4 or IPv6; port 0 takes a free one
   * @param target where they go; looked up once, connected to for each of them
   * @throws IOException when the address cannot be listened on
   */
  public static FaultProxy open(InetSocketAddress listen, InetSocketAddress target)
      throws IOException {
    FaultProxy proxy = new FaultProxy(new Door(listen), target);
    proxy.porter.start();
    return proxy;
  }

  /**
   * Opens a line from a free port of 127.0.0.1 to another port of it.
   *
   * @throws IOException when there is no free port
   */
  public static FaultProxy before(int targetPort) throws IOException {
    return open(
        new InetSocketAddress("127.0.0.1", 0), new InetSocketAddress("127.0.0.1", targetPort));
  }

  /** Where it listens; stays the same through every fault. */
  public InetSocketAddress address() {
    return door.address();
  }

  /** The port of {@link #address}. */
  public int port() {
    return address().getPort();
  }

  /** Takes every fault away. Connections ended meanwhile stay ended, stranded ones stranded. */
  public void mend() {
    cut = false;
    weather.clear();
    opened(true);
  }

  /** The cable is out: every connection is reset, new ones are refused. */
  public void cut() {
    cut = true;
    opened(false);
    reset();
  }

  /** New connections are refused; existing ones live on. */
  public void refuse() {
    opened(false);
  }

  /**
   * Bytes and connection ends are held back, nobody is told: a half-open line. They arrive after
   * {@link #mend}.
   *
   * @param directions which ways, at least one
   */
  public void stall(Direction... directions) {
    weather.stall(EnumSet.copyOf(List.of(directions)));
  }

  /** As {@link #stall} both ways and for ever, for the connections that exist: NAT forgot them. */
  public void strand() {
    tunnels.forEach(Tunnel::strand);
  }

  /**
   * Each connection and direction carries at most this much.
   *
   * @param bytesPerSecond at least 1
   */
  public void slow(int bytesPerSecond) {
    if (bytesPerSecond < 1) {
      throw new IllegalArgumentException("bytes per second must be at least 1");
    }
    weather.slow(bytesPerSecond);
  }

  /**
   * Each burst of up to 64 KiB arrives this much later.
   *
   * @param each zero or longer
   */
  public void delay(Duration each) {
    if (each.isNegative()) {
      throw new IllegalArgumentException("delay must not be negative");
    }
    weather.delay(each);
  }

  /** New connections are answered by an HTTP log-in page instead of the target. */
  public void portal() {
    weather.portal();
  }

  /** Every existing connection gets an RST at both ends; new ones pass. */
  public void reset() {
    tunnels.forEach(Tunnel::reset);
  }

  /** How many connections exist now. */
  public int connections() {
    return tunnels.size();
  }

  /** How many connections were taken since the start. */
  public long accepted() {
    return accepted.get();
  }

  /** How many bytes were carried this way since the start. */
  public long carried(Direction direction) {
    return carried.get(direction.ordinal());
  }

  private void opened(boolean wanted) {
    try {
      if (wanted) {
        door.open();
      } else {
        door.shut();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("network: port " + port() + " cannot be switched", e);
    }
  }

  private void serve() {
    try {
      for (Socket client = door.accept(); client != null; client = door.accept()) {
        accepted.incrementAndGet();
        Socket taken = client;
        // Connecting may take long and must not keep the next one waiting.
        Thread usher = new Thread(() -> admit(taken), "emulator-network-usher");
        usher.setDaemon(true);
        usher.start();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void admit(Socket client) {
    if (weather.hasPortal()) {
      Portal.answer(client);
      return;
    }
    Socket onward = new Socket();
    Tunnel[] self = new Tunnel[1];
    Tunnel tunnel = new Tunnel(client, onward, weather, carried, () -> tunnels.remove(self[0]));
    self[0] = tunnel;
    try {
      client.setTcpNoDelay(true);
      onward.setTcpNoDelay(true);
      onward.connect(target, CONNECT_MILLIS);
      tunnels.add(tunnel);
      tunnel.start();
    } catch (IOException e) {
      tunnel.reset();
    }
    // Looked at after it is known to reset(): cut() and close() do the two in the other order.
    if (cut || closed) {
      tunnel.reset();
    }
  }

  /** Refuses and ends everything; a second call does nothing. */
  @Override
  public void close() {
    closed = true;
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException("network: port " + port() + " cannot be given back", e);
    } finally {
      reset();
      weather.clear();
    }
    try {
      porter.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
