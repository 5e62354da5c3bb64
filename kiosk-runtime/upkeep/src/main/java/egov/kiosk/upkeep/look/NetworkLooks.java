package egov.kiosk.upkeep.look;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether the platform can be reached, and nobody can reach in. */
final class NetworkLooks {
  private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|\\[.*\\]|localhost");
  private static final Pattern LOOPBACK = Pattern.compile("127\\..*|localhost|\\[::1\\]");
  private static final int HIGHEST = 65_535;

  private final Machine machine;
  private final Network network;
  private final Rooms rooms;

  NetworkLooks(Machine machine, Network network, Rooms rooms) {
    this.machine = machine;
    this.rooms = rooms;
    this.network = network;
  }

  List<Look> all() {
    return List.of(
        new Look("network-v4", timeout -> address(Inet4Address.class, "v4")),
        new Look("network-v6", timeout -> address(Inet6Address.class, "v6")),
        new Look("names-v4", timeout -> names(Inet4Address.class, "v4", timeout)),
        new Look("names-v6", timeout -> names(Inet6Address.class, "v6", timeout)),
        new Look("broker-port", this::broker),
        new Look("open-ports", timeout -> ports()));
  }

  /** A laboratory's platform may be on this machine; then no network is needed. */
  private boolean wanted(String version) {
    if (LOOPBACK.matcher(broker().map(URI::getHost).orElse("")).matches()) {
      return false;
    }
    String wanted = machine.settings().text("upkeep.networks").orElse("v4");
    return wanted.equals("both") || wanted.equals(version);
  }

  private Verdict address(Class<? extends InetAddress> kind, String version) throws IOException {
    long number = network.addresses().stream().filter(kind::isInstance).count();
    if (number > 0) {
      return Verdict.ok(number + " addresses");
    }
    return wanted(version)
        ? Verdict.fail(
            "no network card has an address of IP" + version,
            "check cable, switch port and the address plan of the site")
        : Verdict.ok("none, and none is needed here (upkeep.networks)");
  }

  private Verdict names(Class<? extends InetAddress> kind, String version, Duration timeout)
      throws InterruptedException {
    Optional<URI> broker = broker();
    String host = broker.map(URI::getHost).orElse("");
    if (host.isEmpty() || NUMERIC.matcher(host).matches() || !wanted(version)) {
      return Verdict.ok("not needed here");
    }
    boolean found = network.resolve(host, timeout).stream().anyMatch(kind::isInstance);
    return found
        ? Verdict.ok("the platform's name is found")
        : Verdict.fail(
            "no name server gives an IP" + version + " address for the platform's name",
            "check the name servers of the site, then the name in uplink.brokerUri");
  }

  private Verdict broker(Duration timeout) throws InterruptedException {
    Optional<URI> broker = broker();
    if (broker.isEmpty() || broker.get().getHost() == null || broker.get().getPort() < 1) {
      return Verdict.fail("uplink.brokerUri names no host and port", "set uplink.brokerUri");
    }
    if (rooms.connected()) {
      return Verdict.ok("connected");
    }
    try {
      network.connect(broker.get().getHost(), broker.get().getPort(), timeout);
      return Verdict.ok("something answers there");
    } catch (IOException e) {
      return Verdict.fail(
          "nothing answers at the platform's port " + broker.get().getPort(),
          "check the line and the site's firewall; what is queued is kept");
    }
  }

  private Optional<URI> broker() {
    return machine.settings().text("uplink.brokerUri").map(URI::create);
  }

  /** The runtime itself listens on loopback only; anything else was opened by somebody. */
  private Verdict ports() throws IOException {
    List<Integer> open = new ArrayList<>();
    for (String file : List.of("proc/self/net/tcp", "proc/self/net/tcp6")) {
      for (String line : machine.lines(file).stream().skip(1).toList()) {
        listening(line).ifPresent(open::add);
      }
    }
    List<Integer> strange =
        open.stream().distinct().sorted().filter(port -> !accepted().contains(port)).toList();
    return strange.isEmpty()
        ? Verdict.ok("nothing listens to the network")
        : Verdict.forbidden(
            machine.settings().production(),
            "programs listen to the network on ports " + strange,
            "stop what is not needed; name what is in upkeep.openPorts");
  }

  private List<Integer> accepted() {
    return Pattern.compile("\\d{1,5}")
        .matcher(machine.settings().text("upkeep.openPorts").orElse(""))
        .results()
        .map(found -> Integer.valueOf(found.group()))
        .filter(port -> port <= HIGHEST)
        .toList();
  }

  /** Of a line of the kernel's table: the port, when it listens beyond loopback. */
  private static Optional<Integer> listening(String line) {
    String[] part = line.strip().split("\\s+");
    if (part.length < 4 || !part[3].equals("0A")) {
      return Optional.empty();
    }
    String[] local = part[1].toUpperCase(Locale.ROOT).split(":");
    boolean loopback =
        local[0].length() == 8
            ? local[0].endsWith("7F")
            : local[0].equals("00000000000000000000000001000000")
                || local[0].startsWith("0000000000000000FFFF0000") && local[0].endsWith("7F");
    return loopback ? Optional.empty() : Optional.of(Integer.parseInt(local[1], 16));
  }
}
