package egov.kiosk.emulator.network;

import egov.kiosk.emulator.control.Emulator;
import egov.kiosk.emulator.control.Options;
import egov.kiosk.emulator.control.OrderException;
import egov.kiosk.emulator.control.UsageException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The line as its operator sees it.
 *
 * <p>Options: {@code --listen 0..65535} (0: a free one; on 127.0.0.1), {@code --target HOST:PORT}
 * (needed; an IPv6 address in brackets).
 *
 * <p>Orders: {@code mend}, {@code cut}, {@code refuse}, {@code stall}, {@code stall up|down},
 * {@code strand}, {@code slow BYTES_A_SECOND}, {@code delay MILLISECONDS}, {@code portal}, {@code
 * reset}, {@code stats}.
 */
public final class NetworkEmulator implements Emulator {
  private static final Set<String> OPTIONS = Set.of("listen", "target");
  private static final int MOST_PORT = 65_535;
  private static final int MOST_RATE = 1_000_000_000;
  private static final int MOST_DELAY = 600_000;

  private final FaultProxy proxy;

  private NetworkEmulator(FaultProxy proxy) {
    this.proxy = proxy;
  }

  /**
   * Opens the line.
   *
   * @throws UsageException when an option makes no sense
   * @throws IOException when the port cannot be had or the target's name not be found
   */
  public static NetworkEmulator start(List<String> arguments) throws UsageException, IOException {
    Options options = Options.parse(arguments, OPTIONS);
    int port = options.number("listen", 0, 0, MOST_PORT);
    InetSocketAddress target = target(options.required("target"));
    return new NetworkEmulator(FaultProxy.open(new InetSocketAddress("127.0.0.1", port), target));
  }

  private static InetSocketAddress target(String word) throws UsageException, IOException {
    int colon = word.lastIndexOf(':');
    String host = word.substring(0, Math.max(0, colon)).replaceAll("^\\[(.*)]$", "$1");
    int port = -1;
    try {
      port = Integer.parseInt(word.substring(colon + 1));
    } catch (NumberFormatException e) {
      // falls to the one message below
    }
    if (host.isEmpty() || port < 1 || port > MOST_PORT) {
      throw new UsageException("option --target must be HOST:PORT");
    }
    InetSocketAddress target = new InetSocketAddress(host, port);
    if (target.isUnresolved()) {
      throw new IOException("no address for the host of --target");
    }
    return target;
  }

  @Override
  public String ready() {
    return "kind=network port=" + proxy.port();
  }

  @Override
  public String obey(List<String> words) throws OrderException {
    switch (String.join(" ", words)) {
      case "mend" -> proxy.mend();
      case "cut" -> proxy.cut();
      case "refuse" -> proxy.refuse();
      case "stall" -> proxy.stall(Direction.values());
      case "stall up" -> proxy.stall(Direction.UP);
      case "stall down" -> proxy.stall(Direction.DOWN);
      case "strand" -> proxy.strand();
      case "portal" -> proxy.portal();
      case "reset" -> proxy.reset();
      case "stats" -> {
        return "connections=%d accepted=%d up=%d down=%d"
            .formatted(
                proxy.connections(),
                proxy.accepted(),
                proxy.carried(Direction.UP),
                proxy.carried(Direction.DOWN));
      }
      default -> measured(words);
    }
    return "";
  }

  private void measured(List<String> words) throws OrderException {
    if (words.size() == 2 && words.get(0).equals("slow")) {
      proxy.slow(number(words.get(1), 1, MOST_RATE));
    } else if (words.size() == 2 && words.get(0).equals("delay")) {
      proxy.delay(Duration.ofMillis(number(words.get(1), 0, MOST_DELAY)));
    } else {
      throw new OrderException("unknown order " + String.join(" ", words));
    }
  }

  private static int number(String word, int least, int most) throws OrderException {
    try {
      int number = Integer.parseInt(word);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls to the one message below
    }
    throw new OrderException("expected a number " + least + ".." + most);
  }

  @Override
  public void close() {
    proxy.close();
  }
}
